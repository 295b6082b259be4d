/** Programs that are compiled for the browser and weighed. */
package io.github.pollhttp.size;
