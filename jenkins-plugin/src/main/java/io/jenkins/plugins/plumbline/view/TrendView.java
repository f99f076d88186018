package io.jenkins.plugins.plumbline.view;

import dev.plumbline.publish.Scores;
import dev.plumbline.rules.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Score and findings over a job's builds: the geometry of two drawings of 600 by 160 units and the rows of the table that
 * says the same.
 */
public final class TrendView {
    static final int WIDTH = 600;
    static final int HEIGHT = 160;
    /** Room at the left for the numbers of the axis, and below for those of the builds. */
    private static final int LEFT = 34;

    private static final int BOTTOM = 20;
    private static final int TOP = 8;
    private static final double FILLED = 0.7;
    private static final double WIDEST = 40;

    private final List<TrendPoint> points;

    /** @param points newest first */
    public TrendView(List<TrendPoint> points) {
        List<TrendPoint> oldestFirst = new ArrayList<>(points);
        Collections.reverse(oldestFirst);
        this.points = oldestFirst;
    }

    /** A part of a build's bar. */
    public record Bar(String x, String y, String width, String height, String severity, String title) {
        public String getX() {
            return x;
        }

        public String getY() {
            return y;
        }

        public String getWidth() {
            return width;
        }

        public String getHeight() {
            return height;
        }

        public String getSeverity() {
            return severity;
        }

        public String getTitle() {
            return title;
        }
    }

    /** A build's score in the drawing. */
    public record Dot(String x, String y, String title) {
        public String getX() {
            return x;
        }

        public String getY() {
            return y;
        }

        public String getTitle() {
            return title;
        }
    }

    /** A build in the table. */
    public record Row(TrendPoint point) {
        public int getBuild() {
            return point.build();
        }

        public String getUrl() {
            return point.url();
        }

        public String getScore() {
            Double score = point.summary().score();
            return score == null ? "–" : Scores.percent(score);
        }

        public int getCritical() {
            return point.summary().counts().critical();
        }

        public int getHigh() {
            return point.summary().counts().high();
        }

        public int getMedium() {
            return point.summary().counts().medium();
        }

        public int getLow() {
            return point.summary().counts().low();
        }

        public boolean isBlocked() {
            return point.summary().blocked();
        }
    }

    /** Whether there is anything to draw. ({@code empty} is a word of the language of views.) */
    public boolean isDrawn() {
        return !points.isEmpty();
    }

    public String getViewBox() {
        return "0 0 " + WIDTH + " " + HEIGHT;
    }

    /** Newest first. */
    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>(points.stream().map(Row::new).toList());
        Collections.reverse(rows);
        return rows;
    }

    public List<Dot> getDots() {
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Double score = points.get(i).summary().score();
            if (score != null) {
                dots.add(new Dot(
                        number(middle(i)),
                        number(TOP + (1 - score / 100) * (HEIGHT - TOP - BOTTOM)),
                        "#" + points.get(i).build() + ": " + Scores.percent(score)));
            }
        }
        return dots;
    }

    /** The points of the line through all scores. */
    public String getLine() {
        StringJoiner line = new StringJoiner(" ");
        getDots().forEach(dot -> line.add(dot.x() + "," + dot.y()));
        return line.toString();
    }

    /** Findings by severity, the gravest at the bottom. */
    public List<Bar> getBars() {
        List<Bar> bars = new ArrayList<>();
        double unit = (double) (HEIGHT - TOP - BOTTOM) / getMost();
        double width = Math.min(slot() * FILLED, WIDEST);
        for (int i = 0; i < points.size(); i++) {
            double y = HEIGHT - BOTTOM;
            for (Severity severity : Severity.values()) {
                int count = points.get(i).summary().counts().of(severity);
                if (count > 0) {
                    y -= count * unit;
                    bars.add(new Bar(
                            number(middle(i) - width / 2),
                            number(y),
                            number(width),
                            number(count * unit),
                            severity.id(),
                            "#" + points.get(i).build() + ": " + count + " " + severity.id()));
                }
            }
        }
        return bars;
    }

    /** The most findings of any build, at least 1: what the axis goes to. */
    public int getMost() {
        return Math.max(
                1,
                points.stream()
                        .mapToInt(point -> point.summary().counts().total())
                        .max()
                        .orElse(1));
    }

    public int getFirst() {
        return points.isEmpty() ? 0 : points.get(0).build();
    }

    public int getLast() {
        return points.isEmpty() ? 0 : points.get(points.size() - 1).build();
    }

    private double slot() {
        return (double) (WIDTH - LEFT) / Math.max(1, points.size());
    }

    private double middle(int index) {
        return LEFT + slot() * (index + 0.5);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
