/** The game in the browser: a canvas in a page. TeaVM compiles this package to JavaScript and to WasmGC. */
package io.github.pollhttp.demo.game.web;
