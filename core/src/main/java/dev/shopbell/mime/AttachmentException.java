package dev.shopbell.mime;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An attachment could not be read, or was another size than at the beginning. It is the letter that
 * failed then, not the connection; what was written of it is not whole.
 */
public final class AttachmentException extends IOException {
  private static final long serialVersionUID = 1;

  AttachmentException(String problem, @Nullable Throwable cause) {
    super("an attachment " + problem + ": give one that stays as it is", cause);
  }
}
