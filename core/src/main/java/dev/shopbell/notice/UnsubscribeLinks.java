package dev.shopbell.notice;

import dev.shopbell.store.StoreId;
import java.net.URI;

/**
 * Makes the link on which a recipient unsubscribes from one purpose of one store. Fetching it must
 * change nothing; unsubscribing is done by POST.
 */
@FunctionalInterface
public interface UnsubscribeLinks {
  /** The https link for one recipient. */
  URI unsubscribe(StoreId store, Recipient recipient, Purpose purpose);
}
