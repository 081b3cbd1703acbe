package dev.aiwm.benchmarks;

/**
 * What a figure is to reach.
 *
 * @param atMost whether less is better
 */
record Target(double stretch, double must, boolean atMost) {
    static Target atMost(double stretch, double must) {
        return new Target(stretch, must, true);
    }

    static Target atLeast(double stretch, double must) {
        return new Target(stretch, must, false);
    }

    String verdict(double figure) {
        if (reaches(figure, stretch)) {
            return "stretch";
        }
        return reaches(figure, must) ? "must" : "missed";
    }

    private boolean reaches(double figure, double bound) {
        return atMost ? figure <= bound : figure >= bound;
    }

    String text() {
        return (atMost ? "<= " : ">= ") + Report.figure(stretch) + " / " + Report.figure(must);
    }
}
