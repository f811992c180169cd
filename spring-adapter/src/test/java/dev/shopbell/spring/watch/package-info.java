/** Tests of the auto-configuration. They run on each version of Boot that it serves. */
@NullMarked
package dev.shopbell.spring.watch;

import org.jspecify.annotations.NullMarked;
