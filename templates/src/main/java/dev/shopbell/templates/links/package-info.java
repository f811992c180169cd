/**
 * The links that stand in messages, as small signed values that any web framework can serve: to
 * unsubscribe, and to view a secret behind the host's login. Behind rendering in the flow: {@code
 * SignedLinks} makes them for a message, the values take them back from a request.
 */
@NullMarked
package dev.shopbell.templates.links;

import org.jspecify.annotations.NullMarked;
