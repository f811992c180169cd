package dev.shopbell.templates.events;

import dev.shopbell.notice.Secret;

/**
 * Something that is viewed, not sent.
 *
 * @param title what it is
 * @param view the key or code itself; a message has the link to it alone
 */
public record Download(@Longest(200) String title, Secret view) {}
