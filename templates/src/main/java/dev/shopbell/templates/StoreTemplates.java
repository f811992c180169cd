package dev.shopbell.templates;

import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.RenderException;
import dev.shopbell.template.TemplateCatalog;
import dev.shopbell.template.TemplateId;
import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.Place;
import dev.shopbell.templates.engine.TemplateException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The templates of stores and of the platform, in front of a stock set. A store's own is preferred
 * to the platform's, and that to the stock. Saving checks, compiles and tries a draft with sample,
 * worst-case and least data; what cannot be saved changes nothing, so the last good version is sent
 * on. Versions are kept, the last 50 of each template, in memory: a host saves its drafts itself
 * and hands them in again when it starts. Used by many threads.
 */
public final class StoreTemplates implements TemplateCatalog {
  private static final int KEPT = 50;

  /** Whose template of which type; without a store, the platform's. */
  private record Key(Optional<StoreId> store, String noticeType) {}

  /**
   * What was saved.
   *
   * @param id the template's new version; the same words have the same
   * @param advice what could be better
   */
  public record Saved(TemplateId id, List<Problem> advice) {
    public Saved {
      advice = List.copyOf(advice);
    }
  }

  private final NoticeTypes types;
  private final TemplateCatalog stock;
  private final Map<Key, LinkedHashMap<String, NotificationTemplate>> versions =
      new LinkedHashMap<>();

  /**
   * A catalog without templates of its own yet.
   *
   * @param types the types that may have some
   * @param stock what is sent where neither store nor platform has its own
   */
  public StoreTemplates(NoticeTypes types, TemplateCatalog stock) {
    this.types = Objects.requireNonNull(types, "types");
    this.stock = Objects.requireNonNull(stock, "stock");
  }

  /**
   * Saves a store's own template.
   *
   * @throws RefusedDraftException with every problem; nothing has changed then
   */
  public Saved save(StoreId store, TemplateDraft draft) {
    return save(new Key(Optional.of(store), draft.noticeType()), draft);
  }

  /**
   * Saves the platform's template, for every store without its own.
   *
   * @throws RefusedDraftException with every problem; nothing has changed then
   */
  public Saved savePlatform(TemplateDraft draft) {
    return save(new Key(Optional.empty(), draft.noticeType()), draft);
  }

  /** Everything that is wrong with a draft, or could be better, without saving it. */
  public List<Problem> lint(TemplateDraft draft) {
    return TemplateLint.check(types.get(draft.noticeType()), draft);
  }

  private Saved save(Key key, TemplateDraft draft) {
    NoticeType type = types.get(draft.noticeType());
    List<Problem> problems = TemplateLint.check(type, draft);
    if (TemplateLint.hasErrors(problems)) {
      throw new RefusedDraftException(type.name(), problems);
    }
    NotificationTemplate template = compiled(type, draft);
    synchronized (versions) {
      LinkedHashMap<String, NotificationTemplate> kept =
          versions.computeIfAbsent(key, none -> new LinkedHashMap<>());
      kept.remove(template.id().version());
      kept.put(template.id().version(), template);
      if (kept.size() > KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return new Saved(template.id(), problems);
  }

  private static NotificationTemplate compiled(NoticeType type, TemplateDraft draft) {
    Map<Locale, Words.Script> scripts = new LinkedHashMap<>();
    draft
        .languages()
        .forEach(
            (locale, text) ->
                scripts.put(
                    locale,
                    new Words.Script(TemplateLint.fields(text), text.partials(), text.sets())));
    try {
      NotificationTemplate template =
          TemplateLoader.compiled(type, Words.of(scripts), Limits.MERCHANT);
      Previews.renderAll(type, template);
      return template;
    } catch (TemplateException e) {
      throw refused(type, e.place(), e.problem());
    } catch (RenderException | IllegalArgumentException e) {
      throw refused(type, Place.of(type.name()), String.valueOf(e.getMessage()));
    }
  }

  private static RefusedDraftException refused(NoticeType type, Place place, String problem) {
    return new RefusedDraftException(type.name(), List.of(Problem.error(place, "trial", problem)));
  }

  @Override
  public Optional<NotificationTemplate> current(StoreId store, String noticeType) {
    return newest(new Key(Optional.of(store), noticeType))
        .or(() -> newest(new Key(Optional.empty(), noticeType)))
        .or(() -> stock.current(store, noticeType));
  }

  private Optional<NotificationTemplate> newest(Key key) {
    synchronized (versions) {
      return Optional.ofNullable(versions.get(key))
          .flatMap(kept -> kept.values().stream().reduce((earlier, later) -> later));
    }
  }

  @Override
  public Optional<NotificationTemplate> version(StoreId store, TemplateId id) {
    return kept(new Key(Optional.of(store), id.name()), id.version())
        .or(() -> kept(new Key(Optional.empty(), id.name()), id.version()))
        .or(() -> stock.version(store, id).filter(template -> template.id().equals(id)))
        .or(() -> current(store, id.name()));
  }

  private Optional<NotificationTemplate> kept(Key key, String version) {
    synchronized (versions) {
      return Optional.ofNullable(versions.get(key)).map(kept -> kept.get(version));
    }
  }
}
