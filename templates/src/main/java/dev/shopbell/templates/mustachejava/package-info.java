/**
 * The engine for a platform's own templates: mustache.java behind the interface of {@code engine},
 * with lambdas and objects. For trusted authors only: it bounds neither time nor depth and reaches
 * into the data by reflection.
 */
@NullMarked
package dev.shopbell.templates.mustachejava;

import org.jspecify.annotations.NullMarked;
