package dev.shopbell.spring;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a host keeps by JPA. */
@Entity
@Table(name = "shop_order")
class ShopOrder {
  @Id private String number = "";

  /** For JPA. */
  protected ShopOrder() {}

  ShopOrder(String number) {
    this.number = number;
  }

  String number() {
    return number;
  }
}
