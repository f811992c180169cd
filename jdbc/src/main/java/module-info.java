/** Deliveries that survive anything. */
module dev.shopbell.jdbc {
  requires transitive dev.shopbell.core;
  requires transitive java.sql;
  requires org.slf4j;
  requires static org.jspecify;

  exports dev.shopbell.jdbc;
}
