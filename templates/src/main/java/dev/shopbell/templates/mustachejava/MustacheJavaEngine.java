package dev.shopbell.templates.mustachejava;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import dev.shopbell.templates.engine.CompiledTemplate;
import dev.shopbell.templates.engine.Medium;
import dev.shopbell.templates.engine.Place;
import dev.shopbell.templates.engine.TemplateEngine;
import dev.shopbell.templates.engine.TemplateException;
import dev.shopbell.templates.engine.TemplateSource;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * mustache.java, for templates whose authors are trusted as the host's own code is: a template can
 * call whatever the data leads to, and can run without an end. A merchant's template belongs to
 * {@link dev.shopbell.templates.mustache.MustacheEngine}.
 *
 * <p>Partials come from the source alone; an unknown one is an error. It escapes for HTML in {@link
 * Medium#HTML} and {@link Medium#SPECIFICATION}; in the other media it leaves values as they are
 * but for line breaks and control characters in a single line.
 */
public final class MustacheJavaEngine implements TemplateEngine {
  /** An engine; it has no settings. */
  public MustacheJavaEngine() {}

  @Override
  public CompiledTemplate compile(TemplateSource source) {
    try {
      Mustache mustache =
          new Factory(source).compile(new StringReader(source.text()), source.name());
      return new Compiled(source.name(), mustache);
    } catch (MustacheException | StackOverflowError e) {
      throw new TemplateException(
          Place.of(source.name()), "mustache.java cannot read it: " + kind(e));
    }
  }

  /** The kind alone: its message may hold a value. */
  private static String kind(Throwable failure) {
    return failure.getClass().getSimpleName();
  }

  private record Compiled(String name, Mustache mustache) implements CompiledTemplate {
    @Override
    public String render(Object data) {
      StringWriter out = new StringWriter();
      try {
        mustache.execute(out, data);
      } catch (MustacheException | StackOverflowError e) {
        throw new TemplateException(Place.of(name), "mustache.java cannot run it: " + kind(e));
      }
      return out.toString();
    }

    @Override
    public byte[] renderUtf8(Object data) {
      return render(data).getBytes(StandardCharsets.UTF_8);
    }
  }

  private static final class Factory extends DefaultMustacheFactory {
    private final TemplateSource source;

    Factory(TemplateSource source) {
      super((String name) -> reader(source, name));
      this.source = source;
    }

    private static Reader reader(TemplateSource source, String name) {
      String text = source.partials().get(name);
      if (text == null) {
        throw new MustacheException("there is no such partial");
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
      switch (source.medium()) {
        case HTML, SPECIFICATION -> super.encode(value, writer);
        case TEXT -> write(value, writer);
        case HEADER, SMS, FIELD -> write(value.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " "), writer);
      }
    }

    private static void write(String value, Writer writer) {
      try {
        writer.write(value);
      } catch (IOException e) {
        throw new MustacheException("a value cannot be written", e);
      }
    }
  }
}
