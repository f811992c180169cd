/** What the notices say: the engine, the layout and the stock set. */
module dev.shopbell.templates {
  requires transitive dev.shopbell.core;
  requires com.github.mustachejava;
  requires static org.jspecify;

  exports dev.shopbell.templates;
  exports dev.shopbell.templates.engine;
  exports dev.shopbell.templates.events;
  exports dev.shopbell.templates.links;
  exports dev.shopbell.templates.mustache;
  exports dev.shopbell.templates.mustachejava;
}
