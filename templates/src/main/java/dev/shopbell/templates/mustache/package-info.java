/**
 * The engine for templates that anybody may write: {@code Tokenizer} → {@code Nesting} → {@code
 * WhiteSpace} → {@code Script} → {@code Compiler} with {@code HtmlScanner} → {@code Program} →
 * {@code Renderer} → {@code Sink}. It implements the Mustache specification with inheritance and
 * dynamic names, without lambdas; nothing in it recurses over a template or reaches into an object.
 */
@NullMarked
package dev.shopbell.templates.mustache;

import org.jspecify.annotations.NullMarked;
