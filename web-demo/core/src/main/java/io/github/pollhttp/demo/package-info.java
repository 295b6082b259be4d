/**
 * The demo without its looks: what is requested and how it has to end. The page and the desktop command are two views of it, so this is
 * written for both, and uses only what TeaVM has and what is cheap there.
 */
package io.github.pollhttp.demo;
