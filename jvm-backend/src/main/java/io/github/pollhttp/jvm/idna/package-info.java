/** Internationalized domain names: from a name in any script to the ASCII form that the DNS has (UTS #46, as the URL Standard uses it). */
package io.github.pollhttp.jvm.idna;
