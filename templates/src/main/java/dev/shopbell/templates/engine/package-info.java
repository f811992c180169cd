/**
 * What a template engine is: source and limits in, a compiled template out, text or bytes from it.
 * First in the flow of this module; the engines behind it stand in {@code mustache}, for anybody's
 * templates, and {@code mustachejava}, for trusted ones.
 */
@NullMarked
package dev.shopbell.templates.engine;

import org.jspecify.annotations.NullMarked;
