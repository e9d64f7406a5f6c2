using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;

namespace Directives.Tests;

/// <summary>What holds for the repository as a whole. Each rule is a function here, and each is shown to find what it should.</summary>
public sealed partial class RepositoryTests
{
    private static readonly string[] _topLevel =
    [
        "functions", "infra", "tests", "Directive.sln", "host.json", "README.md", "LICENSE", "global.json",
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Directory.Solution.targets",
    ];

    [Fact]
    public void The_top_level_holds_only_what_the_layout_names() => Assert.Empty(Strangers(Files()));

    [Theory]
    [InlineData("src/Program.cs")]
    [InlineData("notes.md")]
    [InlineData("local.settings.json")]
    public void A_stranger_at_the_top_level_is_found(string path) => Assert.Single(Strangers(["functions/a.cs", ".editorconfig", path]));

    [Fact]
    public void Every_public_type_has_a_comment()
    {
        var assembly = typeof(Installation).Assembly;
        var comments = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));
        // A page is a type only by the way: its .razor file has no place for such a comment, nor has the one with their usings.
        var types = assembly.GetExportedTypes().Where(type => !type.IsAssignableTo(typeof(IComponent)) && type.Name != "_Imports");

        Assert.Empty(Uncommented(types, comments));
    }

    [Fact]
    public void A_public_type_without_a_comment_is_found()
    {
        var comments = XDocument.Parse("""
            <doc><members>
              <member name="T:System.Uri"><summary>An address.</summary></member>
              <member name="T:System.Version"><summary> </summary></member>
              <member name="T:System.Environment.SpecialFolder"><summary>A folder.</summary></member>
              <member name="M:System.Lazy`1.ToString"><summary>Its member only.</summary></member>
            </members></doc>
            """);

        var found = Uncommented([typeof(Uri), typeof(Version), typeof(Environment.SpecialFolder), typeof(Lazy<>)], comments);

        Assert.Equal(["System.Version", "System.Lazy`1"], found);
    }

    [Fact]
    public void No_file_knows_a_machine_or_a_mail_address()
    {
        var root = Root();
        var found = Files()
            .Select(path => (path, text: Text(Path.Combine(root, path))))
            .Where(file => file.text is not null)
            .SelectMany(file => Private(file.text!).Select(what => $"{file.path}: {what}"));

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("see /{0}/someone/notes", "home")]
    [InlineData("\"/{0}/builder\"", "root")]
    [InlineData("/{0}/someone", "Users")]
    [InlineData("C:\\{0}\\someone", "Users")]
    [InlineData("write to someone@{0}.org", "elsewhere")]
    [InlineData("mailto:a.b+c@{0}.example.com", "mail")]
    public void A_machine_s_path_and_a_mail_address_are_found(string pattern, string part) =>
        Assert.Single(Private(pattern.Replace("{0}", part, StringComparison.Ordinal)));

    [Theory]
    [InlineData("van-phong@binh-dinh.example")]
    [InlineData("uses: actions/checkout@v4")]
    [InlineData("dotnet run --project functions/Local")]
    [InlineData("https://example.org/home/page")]
    [InlineData("@Model.Name of a page")]
    public void Other_text_is_left_alone(string text) => Assert.Empty(Private(text));

    private static IEnumerable<string> Strangers(IEnumerable<string> files) =>
        files.Select(path => path.Split('/')[0]).Distinct().Where(name => name[0] != '.' && !_topLevel.Contains(name));

    private static IEnumerable<string> Uncommented(IEnumerable<Type> types, XDocument comments)
    {
        var commented = comments.Descendants("member")
            .Where(member => member.Elements().Any(e => e.Name == "inheritdoc" || !string.IsNullOrWhiteSpace(e.Value)))
            .Select(member => (string?)member.Attribute("name"))
            .ToHashSet();
        return types.Select(type => type.FullName!.Replace('+', '.')).Where(name => !commented.Contains("T:" + name));
    }

    /// <summary>Paths of somebody's machine and mail addresses that could be somebody's.</summary>
    private static IEnumerable<string> Private(string text) =>
        MachinePath().Matches(text)
            .Concat(MailAddress().Matches(text).Where(mail => !mail.Value.EndsWith(".example", StringComparison.OrdinalIgnoreCase)))
            .Select(match => match.Value);

    [GeneratedRegex(@"(?<![\w.\-/])/(?:home|root|Users|work)/[\w.\-]+|\b[A-Za-z]:\\Users\\\w+")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"(?<![\w.+\-])[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)*\.[A-Za-z]{2,}\b")]
    private static partial Regex MailAddress();

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Directive.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No Directive.sln above {AppContext.BaseDirectory}.");
    }

    /// <summary>The repository's files, with / between folders: what git tracks or would; without git, what is no build output.</summary>
    private static List<string> Files()
    {
        var root = Root();
        var files = (AskGit(root) ?? Walk(root)).ToList();
        Assert.Contains("Directive.sln", files);
        return files;
    }

    private static string[]? AskGit(string root)
    {
        // The checkout may belong to another user, as in a container.
        string[] arguments =
            ["-c", "safe.directory=*", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"];
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            })!;
            _ = git.StandardError.ReadToEndAsync();
            var names = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? names.Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static IEnumerable<string> Walk(string root)
    {
        string[] output = ["bin", "obj", "TestResults", ".git", ".vs", ".idea", ".directive"];
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(output.Contains));
    }

    /// <summary>A file's text, or null where it is binary or gone.</summary>
    private static string? Text(string file)
    {
        if (!File.Exists(file))
            return null;
        var bytes = File.ReadAllBytes(file);
        return bytes.Contains((byte)0) ? null : Encoding.UTF8.GetString(bytes);
    }
}
