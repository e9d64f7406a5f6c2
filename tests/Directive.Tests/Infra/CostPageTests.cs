using System.Text.RegularExpressions;
using Directives.Local.Cost;

namespace Directives.Tests.Infra;

/// <summary>The page on cost is what its files give.</summary>
public sealed partial class CostPageTests
{
    [Fact]
    public void The_page_is_current()
    {
        var kept = File.ReadAllText(Path.Combine(CostInputs.Root, "infra", "cost.md"));
        Assert.True(CostPage.Write(CostInputs.Read()) == kept, "infra/cost.md is not what its files give: dotnet run --project functions/Local -- cost --write infra/cost.md");
    }

    [Fact]
    public void Another_price_gives_another_page()
    {
        var files = CostInputs.Read();
        var dearer = files with { Prices = files.Prices with { TableTransactions = files.Prices.TableTransactions with { Amount = 1 } } };
        Assert.NotEqual(CostPage.Write(files), CostPage.Write(dearer));
    }

    [Theory]
    [InlineData("province", "One province")]
    [InlineData("nation", "The nation")]
    public void The_top_names_the_setting_that_changes_most(string register, string title)
    {
        var top = Lever.Of(CostInputs.Month(register)).MaxBy(l => Math.Abs(l.Difference))!;
        Assert.Contains($"- **{title}: the setting that dominates is *{top.Setting}*.** Changed ({top.Change})", CostPage.Write(CostInputs.Read()), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_assumption_and_every_price_stands_on_the_page()
    {
        var files = CostInputs.Read();
        var page = CostPage.Write(files);
        Assert.All(files.Assumptions.All(), a => Assert.Contains($"| {a.Name} |", page, StringComparison.Ordinal));
        Assert.All(files.Assumptions.Timers, t => Assert.Contains($"| timer {t.Name} |", page, StringComparison.Ordinal));
        Assert.All(files.Prices.All(), p => Assert.Contains($"| {p.Name} |", page, StringComparison.Ordinal));
        Assert.All(files.Prices.MailPlans, p => Assert.Contains($"| mail plan {p.Name} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void No_number_on_the_page_is_none() => Assert.DoesNotMatch(NoNumber(), CostPage.Write(CostInputs.Read()));

    [GeneratedRegex(@"\b(NaN|Infinity)\b|∞")]
    private static partial Regex NoNumber();
}
