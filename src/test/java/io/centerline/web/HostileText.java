package io.centerline.web;

/** What people could write into names, references and rule texts to make a page run it. */
public final class HostileText {
    /** Sets {@code window.hostile} when a page takes any part of it for markup. */
    public static final String TEXT = "O'Neil & Sons \"</title></script><script>window.hostile=1</script>"
            + "<img src=x onerror=window.hostile=1> {hostile} &lt;b&gt; \u202Eevil";

    private HostileText() {}
}
