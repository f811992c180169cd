package dev.shopbell.templates;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.reflect.MapObjectHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.util.Map;

/**
 * mustache.java over maps alone: no reflection, and partials from what it was given, never from a
 * disk or a class path. One for each field, since each is escaped in its own way.
 */
final class Engine extends DefaultMustacheFactory {
  private final Escaping escaping;

  private Engine(Escaping escaping, Map<String, String> partials) {
    super(name -> reader(partials, name));
    this.escaping = escaping;
    setObjectHandler(new MapObjectHandler());
  }

  /** Compiles a text. The result may be used by many threads. */
  static Mustache compile(
      String name, String text, Escaping escaping, Map<String, String> partials) {
    return new Engine(escaping, Map.copyOf(partials)).compile(new StringReader(text), name);
  }

  private static Reader reader(Map<String, String> partials, String name) {
    String text = partials.get(name);
    if (text == null) {
      throw new MustacheException("there is no partial " + name);
    }
    return new StringReader(text);
  }

  /** A partial's name is all there is to it: it has no folder and no ending. */
  @Override
  public String resolvePartialPath(String dir, String name, String extension) {
    return name;
  }

  @Override
  public void encode(String value, Writer writer) {
    try {
      writer.write(escaping.apply(value));
    } catch (IOException e) {
      throw new MustacheException("a value cannot be written", e);
    }
  }
}
