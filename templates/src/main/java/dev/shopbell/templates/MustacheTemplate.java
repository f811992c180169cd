package dev.shopbell.templates;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Variable;
import dev.shopbell.template.Content;
import dev.shopbell.template.EmailContent;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.RenderException;
import dev.shopbell.template.RenderRequest;
import dev.shopbell.template.SmsContent;
import dev.shopbell.template.TemplateId;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A template on mustache.java; for trusted authors only. */
final class MustacheTemplate implements NotificationTemplate {
  private static final int LONGEST_LINE = 300;

  private final TemplateId id;
  private final NoticeType type;
  private final Set<Channel> channels;
  private final Map<Locale, Map<Field, Mustache>> languages;

  MustacheTemplate(
      TemplateId id,
      NoticeType type,
      Set<Channel> channels,
      Map<Locale, Map<Field, Mustache>> languages) {
    this.id = id;
    this.type = type;
    this.channels = channels;
    this.languages = languages;
  }

  @Override
  public TemplateId id() {
    return id;
  }

  @Override
  public String noticeType() {
    return type.name();
  }

  @Override
  public Set<Channel> channels() {
    return channels;
  }

  @Override
  public List<Locale> locales() {
    return List.copyOf(languages.keySet());
  }

  @Override
  public Content render(RenderRequest request) {
    Map<Field, Mustache> fields =
        Optional.ofNullable(languages.get(request.locale()))
            .orElseThrow(
                () -> failure(request.locale().toLanguageTag() + " is not one of " + locales()));
    if (!channels.contains(request.channel())) {
      throw failure("it has no words for " + request.channel() + ", only for " + channels);
    }
    requireAll(request.data());
    Map<String, Object> view = View.of(request);
    return request.channel().equals(Channel.SMS)
        ? new SmsContent(render(fields, Field.SMS, view).strip(), Optional.empty())
        : letter(request, fields, view);
  }

  private EmailContent letter(
      RenderRequest request, Map<Field, Mustache> fields, Map<String, Object> view) {
    String subject = line(render(fields, Field.SUBJECT, view));
    String preheader = line(render(fields, Field.PREHEADER, view));
    String text = lines(render(fields, Field.TEXT, view));
    view.put("letter", View.letter(request.locale(), subject, preheader));
    return new EmailContent(subject, preheader, render(fields, Field.HTML, view), text);
  }

  private String render(Map<Field, Mustache> fields, Field field, Map<String, Object> view) {
    try {
      StringWriter out = new StringWriter();
      Optional.ofNullable(fields.get(field))
          .orElseThrow(() -> failure(field + " is missing"))
          .execute(out, view);
      return out.toString();
    } catch (MustacheException e) {
      throw failure(field + ": " + e.getClass().getSimpleName());
    }
  }

  /** Without the gaps that left-out parts leave. */
  private static String lines(String text) {
    return text.strip().replaceAll("\n{3,}", "\n\n") + "\n";
  }

  private static String line(String text) {
    String line = text.strip();
    if (line.length() <= LONGEST_LINE) {
      return line;
    }
    int end = LONGEST_LINE - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private void requireAll(Map<String, Object> data) {
    for (Variable variable : type.variables()) {
      if (variable.required() && !data.containsKey(variable.name())) {
        throw failure("variable " + variable.name() + " is missing");
      }
    }
  }

  private RenderException failure(String problem) {
    return new RenderException(id, problem);
  }
}
