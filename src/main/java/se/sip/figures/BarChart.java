package se.sip.figures;

import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** Bars drawn as SVG on the server: no script, and the numbers stand beside the bars as text. */
final class BarChart {

    private static final int ROW = 26;
    private static final int LABEL = 300;
    private static final int WIDTH = 860;
    private static final int NUMBER = 90;

    private BarChart() {
    }

    /** @param second a thin line beyond the bar; null where there is none */
    record Bar(String label, double value, Double second, String text) {
    }

    /** @return a whole svg element, with a title for those who hear it; a sentence where there is nothing to draw */
    static String draw(String title, List<Bar> bars) {
        if (bars.isEmpty()) {
            return "<p>Inga tal att visa för perioden.</p>";
        }
        double most = bars.stream().mapToDouble(b -> Math.max(b.value(), b.second() == null ? 0 : b.second())).max().orElse(1);
        double scale = (WIDTH - LABEL - NUMBER) / Math.max(1, most);
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " + WIDTH + " "
                + (bars.size() * ROW + 6) + "\" width=\"100%\" font-size=\"14\" fill=\"#1c2430\"><title>")
                .append(HtmlUtils.htmlEscape(title)).append("</title>");
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int y = i * ROW + 4;
            svg.append("<text x=\"").append(LABEL - 8).append("\" y=\"").append(y + 14).append("\" text-anchor=\"end\">")
                    .append(HtmlUtils.htmlEscape(shortened(bar.label()))).append("</text>")
                    .append(rect(LABEL, y, bar.value() * scale, 18, "#1a4e8a"));
            if (bar.second() != null) {
                svg.append(rect(LABEL, y + 7, bar.second() * scale, 4, "#d97b00"));
            }
            double end = Math.max(bar.value(), bar.second() == null ? 0 : bar.second()) * scale;
            svg.append("<text x=\"").append(number(LABEL + end + 8)).append("\" y=\"").append(y + 14).append("\">")
                    .append(HtmlUtils.htmlEscape(bar.text())).append("</text>");
        }
        return svg.append("</svg>").toString();
    }

    private static String rect(double x, double y, double width, int height, String colour) {
        return "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\"" + height
                + "\" fill=\"" + colour + "\"/>";
    }

    private static String shortened(String label) {
        return label.length() <= 40 ? label : label.substring(0, 39) + "…";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
