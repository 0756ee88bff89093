package io.centerline.web.help;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Renders guides. HTML within them is shown, not taken for HTML. A link to another guide leads to its page, and one to a file that no
 * page shows becomes text.
 */
final class GuideMarkdown {
    private static final Pattern GUIDE = Pattern.compile("([a-z-]+)\\.md(#.*)?");
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            // What scrolls can be reached with the keyboard.
            .attributeProviderFactory(context -> (node, tag, attributes) -> attributes.putAll(
                    node instanceof FencedCodeBlock && tag.equals("pre") ? Map.of("tabindex", "0") : Map.of()))
            .build();

    private GuideMarkdown() {}

    /**
     * Renders a guide.
     *
     * @param guides the names of all guides that have a page
     */
    static GuideText render(String name, String markdown, Set<String> guides) {
        Node document = PARSER.parse(markdown);
        document.accept(new Links(guides));
        Headings headings = new Headings();
        document.accept(headings);
        if (headings.title != null) {
            headings.title.unlink();
        }
        return new GuideText(
                name,
                headings.title == null ? name : text(headings.title),
                headings.opening == null ? "" : text(headings.opening),
                headings.sections,
                new RawString(RENDERER.render(document)));
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak part) {
                text.append(' ');
            }
        });
        return text.toString();
    }

    /** Finds the title and the sections; ids come out as the renderer gives them. */
    private static final class Headings extends AbstractVisitor {
        private final IdGenerator ids = IdGenerator.builder().build();
        private final List<GuideText.Section> sections = new ArrayList<>();
        private @Nullable Heading title;
        private @Nullable Paragraph opening;

        @Override
        public void visit(Heading heading) {
            if (title == null && heading.getLevel() == 1) {
                title = heading;
                return;
            }
            String id = ids.generateId(text(heading));
            if (heading.getLevel() == 2) {
                sections.add(new GuideText.Section(id, text(heading)));
            }
        }

        @Override
        public void visit(Paragraph paragraph) {
            if (opening == null) {
                opening = paragraph;
            }
        }
    }

    /** Leads links to pages, and drops those to files. */
    private static final class Links extends AbstractVisitor {
        private final Set<String> guides;

        Links(Set<String> guides) {
            this.guides = guides;
        }

        @Override
        public void visit(Link link) {
            String to = link.getDestination();
            Matcher guide = GUIDE.matcher(to);
            if (guide.matches() && guides.contains(guide.group(1))) {
                link.setDestination("/help/" + guide.group(1) + (guide.group(2) == null ? "" : guide.group(2)));
            } else if (!to.startsWith("https://") && !to.startsWith("#")) {
                drop(link);
            }
        }

        @Override
        public void visit(Image image) {
            drop(image);
        }

        private static void drop(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
                node.insertBefore(child);
            }
            node.unlink();
        }
    }
}
