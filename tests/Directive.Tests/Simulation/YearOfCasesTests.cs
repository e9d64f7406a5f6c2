using System.Text.Json;
using Directives.Recommendations;
using Directives.Register;
using Directives.Simulation;

namespace Directives.Tests.Simulation;

/// <summary>Recommendations in simulated years (R5, R7): each ends one way, and a year repeats.</summary>
public sealed class YearOfCasesTests
{
    private static readonly YearOptions Spring = new() { From = new DateOnly(2023, 3, 1), Months = 2, AtOnce = 1, Recommendations = 0.5 };

    [Theory]
    [InlineData(1, 0.8, 0.15, 0.05)]
    [InlineData(2, 0, 0, 1)]
    [InlineData(3, 0.4, 0.6, 0)]
    public async Task Each_case_is_counted_once_by_its_end(long seed, double onTime, double late, double never)
    {
        using var year = new SimulatedYear(SampleProvince.Load(Spring.From), Spring with { Seed = seed, OnTime = onTime, Late = late, Never = never });
        var cases = (await year.RunAsync()).Recommendations!;
        Assert.Equal(cases.Raised, cases.AnsweredOnTheSpot + cases.Withdrawn + cases.Confirmed + cases.NotSettled + cases.Unconfirmed + cases.Open);
        if (never < 1) Assert.InRange(cases.Raised, 50, 500);
        if (onTime > 0.5) Assert.All([cases.AnsweredOnTheSpot, cases.Decided, cases.Declined, cases.Assignments, cases.Answered, cases.Confirmed], c => Assert.True(c > 0));
    }

    [Fact]
    public async Task The_same_seed_plays_the_same_year_and_nobody_is_told_twice()
    {
        var first = await PlayAsync();
        Assert.Equal(first, await PlayAsync());
        Assert.Equal(0, first.Duplicates);
    }

    [Fact]
    public async Task In_json_the_counts_of_recommendations_stand_beside_the_others_and_notices_withdrawn_have_a_name_of_their_own()
    {
        using var year = new SimulatedYear(SampleProvince.Load(Spring.From), Spring);
        var result = await year.RunAsync();
        var json = JsonDocument.Parse(YearJson.Of(result)).RootElement;
        Assert.Equal(result.Recommendations!.Withdrawn, json.GetProperty("withdrawn").GetInt32());
        Assert.Equal(result.Withdrawn, json.GetProperty("noticesWithdrawn").GetInt32());
        foreach (var name in (string[])["raised", "answeredOnTheSpot", "decided", "declined", "assignments", "answered", "confirmed", "notSettled", "unconfirmed", "open"])
            Assert.True(json.TryGetProperty(name, out _), name);
    }

    private static async Task<(CaseTally Cases, int Letters, int Duplicates)> PlayAsync()
    {
        using var year = new SimulatedYear(SampleProvince.Load(Spring.From), Spring);
        var result = await year.RunAsync();
        return (result.Recommendations!, result.Letters, result.Duplicates);
    }
}
