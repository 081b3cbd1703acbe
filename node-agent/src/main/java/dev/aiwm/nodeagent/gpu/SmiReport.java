package dev.aiwm.nodeagent.gpu;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads what {@code nvidia-smi -q -x} writes. Its elements differ between versions of the driver,
 * so each figure is looked for under every name it has had, and what is not there is absent.
 */
final class SmiReport {
    private static final Pattern NUMBER = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)\\s*\\S*");
    private static final String LONG_DOMAIN = "0000";

    private final List<Gpu> gpus = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private Parts gpu;
    private Parts slice;

    private SmiReport() {}

    /** Throws an {@link IllegalArgumentException} when it is no such report. */
    static List<Gpu> read(String xml) {
        var report = new SmiReport();
        try {
            var reader = factory().createXMLStreamReader(new StringReader(xml));
            try {
                report.read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not what nvidia-smi writes", e);
        }
        return report.gpus;
    }

    /** Its document names a DTD, which nobody is to fetch. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        var text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    begin(reader);
                }
                case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    end(reader.getLocalName(), text.toString().strip());
                    text.setLength(0);
                }
                default -> {
                    // comments and the like
                }
            }
        }
    }

    private void begin(XMLStreamReader reader) {
        String name = reader.getLocalName();
        if (name.equals("gpu") && path.size() == 1) {
            gpu = new Parts(reader.getAttributeValue(null, "id"));
        }
        if (name.equals("mig_device")) {
            slice = new Parts(null);
        }
        path.addLast(name);
    }

    private void end(String name, String text) {
        path.removeLast();
        String parent = path.isEmpty() ? "" : path.getLast();
        if (name.equals("gpu") && path.size() == 1) {
            gpus.add(gpu.gpu());
            gpu = null;
        } else if (name.equals("mig_device")) {
            gpu.slices.add(slice.slice(gpu.slices.size()));
            slice = null;
        } else if (slice != null) {
            slice.take(parent, name, text);
        } else if (gpu != null) {
            gpu.take(parent, name, text);
        }
    }

    /** Null unless it begins with a number: N/A, [Unknown Error] and the like. */
    private static Double number(String text) {
        var match = NUMBER.matcher(text);
        return match.matches() ? Double.valueOf(match.group(1)) : null;
    }

    private static Long whole(Double number) {
        return number == null ? null : Math.round(number);
    }

    /** What was read of one GPU or one slice so far. */
    private static final class Parts {
        private final String address;
        private final List<Gpu.Slice> slices = new ArrayList<>();
        private String id;
        private String model = "unknown";
        private boolean mig;
        private Double index;
        private Double total;
        private Double used;
        private Double utilization;
        private Double temperature;
        private Double power;

        private Parts(String address) {
            this.address = address == null ? null : kernelForm(address);
        }

        private void take(String parent, String name, String text) {
            switch (parent + "/" + name) {
                case "gpu/uuid", "mig_device/uuid" -> id = text;
                case "gpu/product_name" -> model = text;
                case "mig_mode/current_mig" -> mig = text.equals("Enabled");
                case "mig_device/index" -> index = number(text);
                case "fb_memory_usage/total" -> total = number(text);
                case "fb_memory_usage/used" -> used = number(text);
                case "utilization/gpu_util" -> utilization = number(text);
                case "temperature/gpu_temp" -> temperature = number(text);
                case "gpu_power_readings/instant_power_draw",
                        "gpu_power_readings/power_draw",
                        "power_readings/power_draw" ->
                        power = power == null ? number(text) : power;
                default -> {
                    // much more is told than is asked for
                }
            }
        }

        private Gpu gpu() {
            return new Gpu(
                    id == null ? String.valueOf(address) : id,
                    model,
                    address,
                    null,
                    mig,
                    slices,
                    new Gpu.Figures(whole(total), whole(used), utilization, temperature, power));
        }

        private Gpu.Slice slice(int position) {
            int place = index == null ? position : index.intValue();
            return new Gpu.Slice(place, id, null, whole(total));
        }

        /** Four digits of domain in lower case, of the eight in upper case. */
        private static String kernelForm(String address) {
            String lower = address.strip().toLowerCase(Locale.ROOT);
            int colon = lower.indexOf(':');
            return colon > LONG_DOMAIN.length()
                    ? lower.substring(colon - LONG_DOMAIN.length())
                    : lower;
        }
    }
}
