using System.Text.Json;
using Directives.Calendars;
using Directives.Chasing;
using Directives.Editions;
using Directives.Local;
using Directives.Local.Data;
using Directives.Simulation;
using Directives.Tests.Local;

namespace Directives.Tests.WhatIf;

/// <summary>The verb what-if of the built program.</summary>
public sealed class WhatIfVerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directive-what-if-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_prints_the_editions_with_the_present_one_first()
    {
        var ended = await BuiltProgram.RunAsync("what-if", "--edition", Quarterly(), "--edition", File("same.json", EditionFile.Sample), "--seed", "3", "--json");

        Assert.Equal(0, ended.Code);
        using var json = JsonDocument.Parse(ended.Said);
        var editions = json.RootElement.GetProperty("editions").EnumerateArray().ToList();
        Assert.Equal("02-QD-TU.2021-04-29", editions[0].GetProperty("name").GetString());
        Assert.Equal("quarterly", editions[1].GetProperty("name").GetString());
        Assert.Equal((1952, 680), (editions[0].GetProperty("reports").GetInt32(), editions[1].GetProperty("reports").GetInt32()));
        foreach (var name in (string[])["visits", "reports", "letters", "escalations", "late", "missed"]) Assert.True(editions[1].GetProperty(name).GetInt32() > 0, name);
        Assert.True(editions[1].GetProperty("daysToHear").GetProperty("median").GetDouble() > editions[0].GetProperty("daysToHear").GetProperty("median").GetDouble());
        Assert.True(editions[1].GetProperty("daysToHear").GetProperty("max").GetInt32() > 0);
        Assert.Equal(editions[0].GetProperty("letters").GetInt32(), editions[2].GetProperty("letters").GetInt32());
        Assert.NotEmpty(json.RootElement.GetProperty("assumptions").EnumerateArray());
        Assert.Contains("same.json: This candidate says the same as the edition 02-QD-TU.2021-04-29", ended.Complained, StringComparison.Ordinal);
        Assert.Contains("says the same", json.RootElement.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_present_line_is_the_played_year_of_the_same_seed()
    {
        var options = new YearOptions { From = new DateOnly(2023, 3, 1), Months = 1, Seed = 9 };
        using var year = new SimulatedYear(Directives.Register.SampleProvince.Load(options.From), options);
        var played = await year.RunAsync();

        var ended = await BuiltProgram.RunAsync("what-if", "--edition", Quarterly(), "--from", "2023-03", "--months", "1", "--seed", "9", "--json");

        using var json = JsonDocument.Parse(ended.Said);
        var present = json.RootElement.GetProperty("editions")[0];
        Assert.Equal(
            (played.Obligations, played.Letters, played.Escalations, played.Late, played.Missed),
            (present.GetProperty("reports").GetInt32(), present.GetProperty("letters").GetInt32(), present.GetProperty("escalations").GetInt32(), present.GetProperty("late").GetInt32(), present.GetProperty("missed").GetInt32()));
    }

    [Fact]
    public async Task For_people_it_prints_a_table_with_differences_and_what_it_assumes()
    {
        var ended = await BuiltProgram.RunAsync("what-if", "--edition", Quarterly(), "--details");

        Assert.Equal(0, ended.Code);
        Assert.Contains("−65.2", ended.Said, StringComparison.Ordinal);
        Assert.Contains("Days until heard", ended.Said, StringComparison.Ordinal);
        Assert.Contains("stands for one visit", ended.Said, StringComparison.Ordinal);
        Assert.Contains("more: --json has them all", ended.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_is_located_and_the_exit_code_is_2()
    {
        var bad = Path.Combine(_folder.FullName, "bad.json");
        await System.IO.File.WriteAllTextAsync(bad, EditionFile.Write(EditionFile.Sample).Replace("\"quarter\"", "\"weekly\"", StringComparison.Ordinal));

        await RefusedAsync($"{bad}: $.roles[0].cadence: \"weekly\" is not one of month, quarter, half-year, year.", "--edition", bad);
        await RefusedAsync("none.json: $: There is no such file.", "--edition", "none.json");
        await RefusedAsync("$.directive: There is no directive 99/X; known are: 02-QD/TU.", "--edition", File("other.json", EditionFile.Sample with { Directive = "99/X" }));
        await RefusedAsync("--from: '2023-13' is no month", "--edition", Quarterly(), "--from", "2023-13");
        await RefusedAsync("--months: 0 is not between 1 and 120.", "--edition", Quarterly(), "--months", "0");
        await RefusedAsync("--on-time, --late and --never must add up to 1", "--edition", Quarterly(), "--on-time", "0.5", "--late", "0.6", "--never", "0.1");
        await RefusedAsync("--places: with --data", "--edition", Quarterly(), "--places", "x.csv", "--data", _folder.FullName);
        await RefusedAsync("There is no installation in", "--edition", Quarterly(), "--data", _folder.FullName);
        await RefusedAsync("'--edition' is required", "--json");
        await RefusedAsync(
            "At most 4 candidates", [.. Enumerable.Range(0, 5).SelectMany(i => new[] { "--edition", File($"q{i}.json", EditionFile.Sample with { Id = $"q{i}" }) })]);
    }

    [Fact]
    public async Task The_closed_cycles_of_a_folder_are_replayed_and_nothing_of_it_is_changed()
    {
        var data = new DirectoryInfo(Path.Combine(_folder.FullName, "data"));
        await using (var local = await LocalInstallation.OpenAsync(DataFolder.Open(data), path => new Uri("http://localhost" + path), new WatchOptions(), default))
        {
            var clock = local.Clock.Clock;
            await new Clockwork(local.Installation.Watch, clock, local.Clock.SaveAsync).RunAsync(new DateTimeOffset(2023, 4, 20, 0, 0, 0, TimeSpan.Zero));
        }

        await RefusedAsync("No cycle has closed yet that could be replayed", "--edition", Quarterly(), "--data", data.FullName);
        await using (var local = await LocalInstallation.OpenAsync(DataFolder.Open(data), path => new Uri("http://localhost" + path), new WatchOptions(), default))
            await new Clockwork(local.Installation.Watch, local.Clock.Clock, local.Clock.SaveAsync).RunAsync(new DateTimeOffset(2023, 6, 2, 0, 0, 0, TimeSpan.Zero));

        var before = await BuiltProgram.RunAsync("verify", "--data", data.FullName);
        var ended = await BuiltProgram.RunAsync("what-if", "--edition", Quarterly(), "--data", data.FullName, "--json");

        Assert.Equal(0, ended.Code);
        using var json = JsonDocument.Parse(ended.Said);
        Assert.Equal(("past", "2023-04-01", 1), (json.RootElement.GetProperty("basis").GetString(), json.RootElement.GetProperty("from").GetString(), json.RootElement.GetProperty("months").GetInt32()));
        var present = json.RootElement.GetProperty("editions")[0];
        Assert.Equal((170, 170), (present.GetProperty("reports").GetInt32(), present.GetProperty("missed").GetInt32()));
        Assert.Equal(before, await BuiltProgram.RunAsync("verify", "--data", data.FullName));
        var simulated = await BuiltProgram.RunAsync("what-if", "--edition", Quarterly(), "--data", data.FullName, "--on-time", "1", "--late", "0", "--never", "0", "--json");
        using var other = JsonDocument.Parse(simulated.Said);
        Assert.Equal(("simulated", 0), (other.RootElement.GetProperty("basis").GetString(), other.RootElement.GetProperty("editions")[0].GetProperty("missed").GetInt32()));
    }

    private static async Task RefusedAsync(string says, params string[] arguments)
    {
        var ended = await BuiltProgram.RunAsync(["what-if", .. arguments]);
        Assert.Contains(says, ended.Complained, StringComparison.Ordinal);
        Assert.Equal((2, ""), (ended.Code, ended.Said));
    }

    private string Quarterly() => File("quarterly.json", TriedEditions.Monitors(r => r with { Cadence = Cadence.Quarter }) with { Id = "quarterly" });

    private string File(string name, Edition edition)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, EditionFile.Write(edition));
        return path;
    }
}
