/**
 * DNS for tests of domains: zones, the servers that hold them, a recursive resolver, and what goes
 * wrong with any of them. Beside the core, on dnsjava's message classes; nothing in the library
 * depends on it.
 */
@NullMarked
package dev.shopbell.testkit.dns;

import org.jspecify.annotations.NullMarked;
