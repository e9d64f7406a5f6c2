namespace Directives.Tests.Mail;

/// <summary>
/// Texts that somebody has read and approved, kept beside the tests. What differs is written next to it as <c>.received</c>;
/// with DIRECTIVE_APPROVE=1 in the environment it becomes the approved one.
/// </summary>
internal static class Approved
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "Directive.Tests", "Mail", "Approved");

    /// <summary>Names of all files there.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder).Select(f => Path.GetFileName(f)!).Where(f => !f.EndsWith(".received", StringComparison.Ordinal));

    /// <summary>Compares a text with the approved one of this name.</summary>
    public static Task IsAsync(string name, string text) =>
        IsAsync(Folder, name, text, Environment.GetEnvironmentVariable("DIRECTIVE_APPROVE") == "1");

    /// <summary>The same in another folder, approving or not.</summary>
    public static async Task IsAsync(string folder, string name, string text, bool approves)
    {
        var approved = Path.Combine(folder, name);
        var received = approved + ".received";
        if (approves) await File.WriteAllTextAsync(approved, text);

        if (File.Exists(approved) && await File.ReadAllTextAsync(approved) == text)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, text);
        Assert.Fail($"{received} is not what was approved as {approved}.");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Directive.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No Directive.sln above {AppContext.BaseDirectory}.");
    }
}
