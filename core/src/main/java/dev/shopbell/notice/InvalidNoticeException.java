package dev.shopbell.notice;

/** A notification that cannot be sent as it was written. Nothing was queued. */
public final class InvalidNoticeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;

  /** Names the field and says what is wrong with it and what would be right; never its value. */
  public InvalidNoticeException(String field, String problem) {
    super(field + " " + problem);
    this.field = field;
  }

  /** The field, {@code data.goods[2].price}. */
  public String field() {
    return field;
  }
}
