using System.Text.Json.Nodes;
using Directives.Local.Cost;

namespace Directives.Tests.Infra;

/// <summary>Files behind the cost page that are wrong: what is wrong is said, and what to do.</summary>
public sealed class CostFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directive-cost-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_price_that_is_missing_is_named() => Says(
        "prices.json", json => json.Remove("logGb"), "prices.json", "logGb", "Look the price up and write it there.");

    [Fact]
    public void A_negative_price_is_named() => Says("prices.json", json => json["logGb"]!["amount"] = -1, "prices.json", "logGb.amount is -1", "0 or more");

    [Fact]
    public void A_price_for_nothing_is_named() => Says("prices.json", json => json["logGb"]!["per"] = 0, "logGb.per is 0", "for how many units");

    [Fact]
    public void A_field_that_nobody_reads_is_named() => Says("prices.json", json => json["logGB"] = 3, "logGB", "prices.json");

    [Fact]
    public void A_misspelt_field_of_a_price_is_named() => Says("prices.json", json => json["logGb"]!["ammount"] = 3, "ammount");

    [Fact]
    public void A_list_without_mail_plans_is_refused() => Says("prices.json", json => json["mailPlans"] = new JsonArray(), "mailPlans is empty");

    [Fact]
    public void An_assumption_without_a_reason_is_refused() => Says("assumptions.json", json => json["lateShare"]!.AsObject().Remove("why"), "why", "Every assumption has a value, a unit and why.");

    [Fact]
    public void A_schedule_that_is_none_is_named() => Says("assumptions.json", json => json["timers"]![0]!["schedule"] = "often", "'often' is no schedule", "copy it from the function's trigger");

    [Fact]
    public void Shares_of_more_than_all_are_refused() => Says("assumptions.json", json => json["lateShare"]!["value"] = 0.99, "more than 1 together");

    [Fact]
    public void Memory_of_nothing_is_refused() => Says("assumptions.json", json => json["instanceMegabytes"]!["value"] = 0, "instanceMegabytes.value must be more than 0");

    [Fact]
    public void A_timer_that_was_not_counted_sends_back_to_the_bench() =>
        Says("counts.json", json => json["idleTransactions"]!.AsObject().Remove("Postman"), "Postman", "bench --only cost --write FILE");

    [Fact]
    public void A_register_that_was_not_counted_sends_back_to_the_bench() => Says("counts.json", json => json["registers"]!.AsObject().Remove("nation"), "registers.nation is missing");

    [Fact]
    public void A_file_that_is_not_there_is_named() => Assert.Contains(
        "cannot be read", Assert.Throws<CannotStartException>(() => CostFiles.Read(_folder)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_was_counted_is_read_back_as_it_was_written()
    {
        var counts = CostInputs.Read().Counts;
        Assert.Equal(File.ReadAllText(Path.Combine(CostInputs.Folder, CostFiles.CountsName)), CostFiles.Text(counts));
    }

    private void Says(string name, Action<JsonObject> spoil, params string[] words)
    {
        foreach (var file in Directory.EnumerateFiles(CostInputs.Folder)) File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        var spoilt = Path.Combine(_folder.FullName, name);
        var json = JsonNode.Parse(File.ReadAllText(spoilt))!.AsObject();
        spoil(json);
        File.WriteAllText(spoilt, json.ToJsonString());
        var said = Assert.Throws<CannotStartException>(() => CostFiles.Read(_folder)).Message;
        Assert.All(words, word => Assert.Contains(word, said, StringComparison.Ordinal));
    }
}
