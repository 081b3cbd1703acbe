package dev.aiwm.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** B7: the controller is killed, starts again, and all agents want to be let in at once. */
final class ReconnectStorm implements Benchmark {
    private static final long RETRY_MILLIS = 200;
    private static final int PATIENCE_SECONDS = 180;

    @Override
    public String id() {
        return "B7";
    }

    @Override
    public String title() {
        return "reconnect storm: kill -9 of the controller until every agent is registered";
    }

    @Override
    public void run(Run run) throws Exception {
        int agents = run.size().of(10, 500, 5_000);
        var product = Product.startAsUsersDo(run, 768);
        var api = run.keep(product.login());
        var fleet = Fleet.enrol(api, agents, Fleet.large(8));
        fleet.registerAndLeave();
        Quiet.await(api);
        long before = Quiet.head(api);
        int port = Product.freePort();

        var reads = new Latencies();
        int storms = run.pairs();
        var pairs =
                run.inTurns(
                        () -> productStorm(product, fleet, reads),
                        () -> echoStorm(run, port, fleet));
        report(run, agents, pairs, reads);
        try (var after = product.login()) {
            Quiet.await(after);
            double perStorm = (Quiet.head(after) - before) / (double) (storms * agents);
            run.report().figure("events per agent and storm", "events", perStorm, null);
        }
    }

    private static void report(Run run, int agents, Pairs.Result pairs, Latencies reads) {
        String name = "%,d agents registered".formatted(agents);
        run.report().compare(name + ", floor an empty endpoint", "s", pairs, Target.atMost(2, 3));
        run.report().figure(name, "s", pairs.ours(), Target.atMost(10, 10));
        run.report()
                .figure(
                        "GET /api/nodes during it, p99",
                        "ms",
                        reads.percentile(0.99),
                        Target.atMost(200, 200));
        run.report().note("time from the first accepted connection; agents try again every 200 ms");
    }

    private static double productStorm(Product product, Fleet fleet, Latencies reads)
            throws Exception {
        product.kill();
        return storm(
                fleet,
                product.port(),
                product::launch,
                () -> {
                    product.awaitReady();
                    return product.login();
                },
                reads);
    }

    private static double echoStorm(Run run, int port, Fleet fleet) throws Exception {
        var server = new ChildProcess[1];
        try {
            return storm(
                    fleet, port, () -> server[0] = EchoServer.launch(run, port), () -> null, null);
        } finally {
            server[0].close();
        }
    }

    private interface Start {
        void run() throws Exception;
    }

    private interface Login {
        Api user() throws Exception;
    }

    /** All agents try from before the start; the clock runs from the first accepted connection. */
    private static double storm(Fleet fleet, int port, Start start, Login login, Latencies reads)
            throws Exception {
        var timer = Executors.newScheduledThreadPool(1);
        var agents = new ConcurrentHashMap<String, Agent>();
        try {
            var all =
                    fleet.tokens().entrySet().stream()
                            .map(node -> new Attempts(timer, fleet, port, node, agents).begin())
                            .toArray(CompletableFuture<?>[]::new);
            var everyone = CompletableFuture.allOf(all);
            start.run();
            long listening = awaitListening(port);
            var done = everyone.thenApply(nothing -> System.nanoTime());
            probe(login, everyone, reads);
            long end = done.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            return (end - listening) / 1e9;
        } finally {
            timer.shutdownNow();
            agents.values().forEach(Agent::close);
        }
    }

    private static void probe(Login login, CompletableFuture<Void> everyone, Latencies reads)
            throws Exception {
        Api user = login.user();
        if (user == null) {
            return;
        }
        try (user) {
            do {
                long start = System.nanoTime();
                user.get("/api/nodes?limit=20");
                reads.add(System.nanoTime() - start);
                TimeUnit.MILLISECONDS.sleep(5);
            } while (!everyone.isDone());
        }
    }

    private static long awaitListening(int port) throws InterruptedException {
        while (true) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected() ? System.nanoTime() : 0;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
    }

    /** One agent until it is in. */
    private static final class Attempts {
        private final ScheduledExecutorService timer;
        private final Fleet fleet;
        private final int port;
        private final Map.Entry<String, String> node;
        private final Map<String, Agent> agents;
        private final CompletableFuture<Void> in = new CompletableFuture<>();

        private Attempts(
                ScheduledExecutorService timer,
                Fleet fleet,
                int port,
                Map.Entry<String, String> node,
                Map<String, Agent> agents) {
            this.timer = timer;
            this.fleet = fleet;
            this.port = port;
            this.node = node;
            this.agents = agents;
        }

        private CompletableFuture<Void> begin() {
            attempt();
            return in;
        }

        private void attempt() {
            var unused =
                    fleet.connect(port, node.getKey(), node.getValue(), (agent, message) -> {})
                            .whenComplete(this::ended);
        }

        private void ended(Agent agent, Throwable failure) {
            if (failure == null) {
                agents.put(node.getKey(), agent);
                in.complete(null);
            } else if (!timer.isShutdown()) {
                var unused = timer.schedule(this::attempt, RETRY_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }
}
