using System.Reflection;
using System.Text.RegularExpressions;

namespace Directives.Tests.Access;

/// <summary><c>tests/asvs.md</c> is whole, and what it names is there.</summary>
public sealed partial class AsvsTests
{
    private static readonly string[] Verdicts = ["met", "by design", "not applicable", "not yet", "not met"];

    private static IReadOnlyList<string[]> Lines { get; } =
    [
        .. File.ReadLines(Path.Combine(Root(), "tests", "asvs.md")).Where(l => Row().IsMatch(l)).Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray()),
    ];

    [Fact]
    public void Every_requirement_of_both_levels_has_its_line_and_no_other_has()
    {
        var wanted = File.ReadLines(Path.Combine(Root(), "tests", "Directive.Tests", "Access", "asvs-5.0-levels-1-2.txt")).Where(l => l.Length > 0).ToList();
        Assert.Equal(253, wanted.Count);
        Assert.Equal(wanted, Lines.Select(l => $"{l[0]} {l[1]}"));
    }

    [Fact]
    public void Every_line_has_a_verdict_and_a_test_or_a_reason()
    {
        Assert.All(Lines, l => Assert.Contains(l[3], Verdicts));
        Assert.All(Lines, l => Assert.True(l[3] == "met" ? Test().IsMatch(l[4]) : l[4].Length > 3, $"{l[0]} says nothing of why."));
    }

    [Fact]
    public void Every_test_that_is_named_is_there()
    {
        var tests = typeof(AsvsTests).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(m => m.GetCustomAttributes<FactAttribute>().Any()).Select(m => $"{t.FullName}.{m.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        var named = Lines.Where(l => l[3] == "met").SelectMany(l => Test().Matches(l[4]).Select(m => m.Groups[1].Value)).Distinct().ToList();
        Assert.True(named.Count > 40);
        Assert.DoesNotContain(named, n => !tests.Contains($"Directives.Tests.{n}"));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directive.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("No Directive.sln above the tests.");
        return folder.FullName;
    }

    [GeneratedRegex(@"^\| \d+\.\d+\.\d+ \|")]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Za-z0-9_.]+)`")]
    private static partial Regex Test();
}
