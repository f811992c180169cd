package dev.shopbell.notice;

import dev.shopbell.store.StoreId;
import java.net.URI;

/**
 * Makes the link on which a recipient views a secret: a page of the host's, behind its login. The
 * link stands in messages, so it must expire and must reveal and consume nothing by being fetched.
 */
@FunctionalInterface
public interface SecretLinks {
  /** The https link for one secret of one delivery. */
  URI view(StoreId store, DeliveryId delivery, Secret secret);
}
