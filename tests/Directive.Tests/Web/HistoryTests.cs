using System.Text.RegularExpressions;
using Directives.Dossiers;
using Directives.Language;
using Directives.Recommendations;
using Directives.Tests.Chasing;
using Directives.Web.History;

namespace Directives.Tests.Web;

/// <summary>The history of a thing in words: who, for whom, what, when, why.</summary>
public sealed partial class HistoryTests
{
    [Fact]
    public void Every_name_of_an_act_in_the_code_and_every_kind_of_dossier_has_words_in_both_languages()
    {
        var names = Sources().SelectMany(NamesOfActs).ToHashSet(StringComparer.Ordinal);
        Assert.True(names.Count > 35, $"{names.Count}");
        foreach (var texts in Texts.All)
        {
            foreach (var name in names) Assert.True(texts.Has($"trail.act.{name}"), $"'{name}' has no words in '{texts.Language}'");
            foreach (var table in ChainTables.All) Assert.True(texts.Has($"trail.kind.{table}"), $"'{table}' has no words in '{texts.Language}'");
        }
    }

    [Fact]
    public void A_name_without_words_and_one_that_cannot_be_read_are_found()
    {
        Assert.Equal(["a-b", "c"], NamesOfActs("""var x = new Act(late ? "a-b" : "c", by, "why");"""));
        Assert.Throws<InvalidOperationException>(() => NamesOfActs("new Act(name, by)").ToList());
        Assert.Equal("no-such-act", HistoryWords.Act(Texts.Vietnamese, "no-such-act"));
    }

    [Fact]
    public void What_changed_is_told_in_words_and_what_has_none_is_left_out()
    {
        Assert.Equal(
            "lượt 1, hạn 10/05/2023 → lượt 2, hạn 18/05/2023",
            HistoryWords.Change(Texts.Vietnamese, new Fact("113.monitor", "round 1, due 2023-05-10", "round 2, due 2023-05-18")));
        Assert.Equal("round 1, due 10 May 2023 → wished for 18 May 2023", HistoryWords.Change(Texts.English, new Fact("x", "round 1, due 2023-05-10", "wished: 2023-05-18")));
        Assert.Equal("on time", HistoryWords.Change(Texts.English, new Fact("x", "Open", "OnTime")));
        Assert.Equal("spoke to the deputy", HistoryWords.Change(Texts.English, new Fact("x", null, "spoke to the deputy")));
        Assert.Null(HistoryWords.Change(Texts.English, new Fact("x", null, "told before1 to m113")));
    }

    [Fact]
    public void Who_acted_for_another_is_shown_with_both()
    {
        var entry = new HistoryEntry("report-filed", default, new Bilingual("Ông A", "A"), For: new Bilingual("Ông B", "B"));
        Assert.Equal("A for B", HistoryWords.By(Texts.English, entry));
        Assert.Equal("Ông A thay Ông B", HistoryWords.By(Texts.Vietnamese, entry));
        Assert.Equal("The system", HistoryWords.By(Texts.English, entry with { IsSystem = true }));
    }

    [Fact]
    public async Task The_history_of_an_obligation_holds_its_own_acts_and_no_others()
    {
        using var play = await Playground.BegunAsync();
        foreach (var step in MonthScript.Steps)
        {
            await play.Work.RunAsync(step.At);
            await step.Act(play.It);
        }

        var history = await new HistoryReader(play.It).OfSeatAsync(MonthScript.SheetOf("113"), "113.monitor", default);
        Assert.Equal(["report-filed", "report-sent-back", "report-filed"], history.Where(h => !h.IsSystem).Select(h => h.Act));
        var sent = history.Single(h => h.Act == "report-sent-back");
        Assert.Equal(("nobody was met", "Title office", MonthScript.Local(5, 9, 10)), (sent.Why, sent.By!.En, new DateTimeOffset(sent.At, TimeSpan.FromHours(7))));
        Assert.Contains(history, h => h is { IsSystem: true, Act: "sheet-opened" });
        // The others of the same sheet reported, too.
        Assert.DoesNotContain(history, h => h.By?.En is "Title m111" or "Title m112");
        Assert.Equal(history.OrderByDescending(h => h.At).Select(h => h.At), history.Select(h => h.At));
    }

    private static IEnumerable<string> NamesOfActs(string code)
    {
        foreach (Match plan in Plan().Matches(code)) yield return plan.Groups[1].Value;
        for (var at = code.IndexOf("new Act(", StringComparison.Ordinal); at >= 0; at = code.IndexOf("new Act(", at + 1, StringComparison.Ordinal))
        {
            var first = FirstArgument(code[(at + "new Act(".Length)..]);
            if (first == "plan.Act") continue;
            if (first.Contains("CaseWriter.NameOf", StringComparison.Ordinal))
            {
                foreach (var step in typeof(CaseEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CaseEvent)) && !t.IsAbstract)) yield return CaseWriter.NameOf(step);
            }

            var names = Literal().Matches(first).Select(m => m.Groups[1].Value).ToList();
            if (names.Count == 0 && !first.Contains("CaseWriter.NameOf", StringComparison.Ordinal)) throw new InvalidOperationException($"The name of an act is not to be read: new Act({first}, …");
            foreach (var name in names) yield return name;
        }
    }

    private static string FirstArgument(string rest)
    {
        var depth = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] is '(' or '[') depth++;
            if (depth == 0 && rest[i] is ',' or ')') return rest[..i].Trim();
            if (rest[i] is ')' or ']') depth--;
        }

        return rest;
    }

    private static IEnumerable<string> Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Directive.sln"))) folder = folder.Parent;
        return Directory.EnumerateFiles(Path.Combine(folder.FullName, "functions"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText);
    }

    [GeneratedRegex("new Plan\\(\"([a-z-]+)\"")]
    private static partial Regex Plan();

    [GeneratedRegex("\"([a-z0-9-]+)\"")]
    private static partial Regex Literal();
}
