namespace Directives.Register;

/// <summary>Data files that come inside the program.</summary>
internal static class RegisterResources
{
    /// <summary>The bytes of an embedded file of this folder.</summary>
    public static byte[] Read(string name)
    {
        using Stream stream = typeof(RegisterResources).Assembly.GetManifestResourceStream("Register." + name)
            ?? throw new InvalidOperationException($"The embedded file '{name}' is missing from the build.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
