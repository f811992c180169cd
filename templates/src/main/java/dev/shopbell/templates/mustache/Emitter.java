package dev.shopbell.templates.mustache;

import dev.shopbell.templates.engine.Medium;
import dev.shopbell.templates.engine.TemplateException;
import dev.shopbell.templates.mustache.Tag.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes the operations of one routine, and follows where in a page of HTML they stand. */
final class Emitter {
  /** A tag that is open: where its end is to be written, and where in the page it began. */
  private record Open(Node node, Tag tag, int patch, HtmlPlace place) {}

  private final Compiler compiler;
  private final Code code;
  private final Routine routine;
  private final List<Node> nodes;
  private final Deque<Open> open = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private HtmlPlace place;

  Emitter(Compiler compiler, Routine routine) {
    this.compiler = compiler;
    this.code = compiler.code();
    this.routine = routine;
    this.nodes = compiler.library().script(routine.partial()).nodes();
    this.place = routine.place();
  }

  void run() {
    for (int i = routine.from(); i < routine.to(); i++) {
      Node node = nodes.get(i);
      Tag tag = node.tag();
      if (tag == null) {
        text.append(node.text());
      } else {
        flush();
        i = tag(i, node, tag);
      }
    }
    flush();
    if (!routine.place().allows(place)) {
      throw new TemplateException(
          compiler.library().unclosed(routine.partial()),
          "it begins %s and ends %s: is a quote or a > missing?"
              .formatted(routine.place().described(), place.described()));
    }
    code.add(Op.RETURN);
  }

  private void flush() {
    if (!text.isEmpty()) {
      String part = text.toString();
      text.setLength(0);
      place = HtmlScanner.after(place, part);
      code.add(Op.TEXT, compiler.text(part));
    }
  }

  /** The index of the node that was handled last. */
  private int tag(int i, Node node, Tag tag) {
    switch (tag.kind()) {
      case VALUE -> value(tag, encoder(tag));
      case RAW -> value(tag, rawEncoder(tag));
      case SECTION -> section(Op.SECTION, node, tag);
      case INVERTED -> section(Op.INVERTED, node, tag);
      case BLOCK -> block(node, tag);
      case END -> end();
      case PARTIAL -> call(node, tag);
      case PARENT -> {
        parent(i, node, tag);
        return node.end();
      }
      case COMMENT, DELIMITERS -> {}
    }
    return i;
  }

  private void value(Tag tag, Encoder encoder) {
    code.add(Op.VALUE, compiler.name(tag.name()), encoder.id(), compiler.place(tag));
    place = place.behindValue();
  }

  private Encoder encoder(Tag tag) {
    Encoder encoder = place.spot().encoder();
    if (encoder == null) {
      throw tag.refused(place.spot().refusal());
    }
    return encoder;
  }

  private Encoder rawEncoder(Tag tag) {
    Medium medium = compiler.source().medium();
    if (medium != Medium.HTML && medium != Medium.SPECIFICATION) {
      return encoder(tag);
    }
    if (!compiler.source().trusted().test(tag.name())) {
      throw tag.refused(
          "%s is not declared as trusted HTML and cannot stand unescaped: write {{%s}}"
              .formatted(tag.name(), tag.name()));
    }
    if (medium == Medium.HTML && !place.spot().takesHtml()) {
      throw tag.refused(
          "trusted HTML can stand in text only, not %s: write {{%s}}"
              .formatted(place.described(), tag.name()));
    }
    return Encoder.RAW;
  }

  private void section(int operation, Node node, Tag tag) {
    code.add(operation, compiler.name(tag.name()), 0, compiler.place(tag));
    open.push(new Open(node, tag, code.size() - 2, place));
  }

  private void block(Node node, Tag tag) {
    int name = compiler.arguments().name(tag.name());
    int id = compiler.block(tag.name(), place);
    int indent = compiler.indent(node.text());
    code.add(Op.BLOCK, name, id, indent, node.alone() ? 1 : 0, 0, compiler.place(tag));
    open.push(new Open(node, tag, code.size() - 2, place));
  }

  private void end() {
    Open opened = open.pop();
    if (!opened.place().allows(place)) {
      throw opened
          .tag()
          .refused(
              "what it holds begins %s and ends %s: let it hold whole tags and attributes"
                  .formatted(opened.place().described(), place.described()));
    }
    place = opened.tag().kind() == Kind.BLOCK ? place.behindOthers() : opened.place().joined(place);
    if (opened.tag().kind() == Kind.SECTION) {
      code.add(Op.NEXT);
    }
    code.set(opened.patch(), code.size());
  }

  private void parent(int at, Node node, Tag tag) {
    if (!tag.dynamic() && !compiler.library().has(tag.name())) {
      return;
    }
    Arguments arguments = compiler.arguments();
    int use = arguments.use();
    for (int i = at + 1; i < node.end(); i++) {
      Node inner = nodes.get(i);
      Tag block = inner.tag();
      if (block != null && block.kind() == Kind.BLOCK) {
        arguments.give(use, block.name(), routine.partial(), i + 1, inner.end(), compiler);
      }
      i = inner.end();
    }
    code.add(Op.ARGUMENTS, use);
    call(node, tag);
  }

  private void call(Node node, Tag tag) {
    int alone = node.alone() ? 1 : 0;
    int indent = compiler.indent(node.text());
    if (tag.dynamic()) {
      int name = compiler.name(tag.name().substring(1));
      code.add(Op.DYNAMIC, name, compiler.dynamic(place), indent, alone, compiler.place(tag));
    } else if (compiler.library().has(tag.name())) {
      int called = compiler.required(tag.name(), place);
      code.add(Op.CALL, called, indent, alone, compiler.place(tag));
    }
    place = place.behindOthers();
  }
}
