package dev.shopbell.templates;

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
import dev.shopbell.templates.engine.TemplateException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A template whose words are compiled: sending one only runs them. */
final class CompiledWords implements NotificationTemplate {
  private static final int LONGEST_LINE = 300;

  private final TemplateId id;
  private final NoticeType type;
  private final Set<Channel> channels;
  private final Map<Locale, CompiledFields> languages;

  CompiledWords(
      TemplateId id,
      NoticeType type,
      Set<Channel> channels,
      Map<Locale, CompiledFields> languages) {
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
    CompiledFields fields =
        Optional.ofNullable(languages.get(request.locale()))
            .orElseThrow(
                () -> failure(request.locale().toLanguageTag() + " is not one of " + locales()));
    if (!channels.contains(request.channel())) {
      throw failure("it has no words for " + request.channel() + ", only for " + channels);
    }
    requireAll(request.data());
    try {
      return content(request, fields, View.of(request));
    } catch (TemplateException e) {
      throw failure(e.place() + ": " + e.problem());
    }
  }

  private Content content(RenderRequest request, CompiledFields fields, Map<String, Object> view) {
    if (request.channel().equals(Channel.EMAIL)) {
      return letter(request, fields, view);
    }
    if (request.channel().equals(Channel.SMS)) {
      return new SmsContent(render(fields, Field.SMS, view).strip(), fields.gateway(view));
    }
    return Optional.ofNullable(fields.sets().get(request.channel()))
        .orElseThrow(() -> failure("it has no fields for " + request.channel()))
        .render(view);
  }

  private EmailContent letter(
      RenderRequest request, CompiledFields fields, Map<String, Object> view) {
    String subject = line(render(fields, Field.SUBJECT, view));
    String preheader =
        fields.fields().containsKey(Field.PREHEADER)
            ? line(render(fields, Field.PREHEADER, view))
            : "";
    view.put("letter", View.letter(request, subject, preheader));
    String html = render(fields, Field.HTML, view);
    String text =
        fields.fields().containsKey(Field.TEXT)
            ? render(fields, Field.TEXT, view)
            : PlainText.of(html);
    return new EmailContent(subject, preheader, html, Lines.withoutGaps(text));
  }

  private String render(CompiledFields fields, Field field, Map<String, Object> view) {
    return Optional.ofNullable(fields.fields().get(field))
        .orElseThrow(() -> failure(field + " is missing"))
        .render(view);
  }

  private static String line(String text) {
    return Lines.cut(text.strip(), LONGEST_LINE);
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
