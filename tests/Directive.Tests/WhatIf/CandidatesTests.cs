using Directives.Calendars;
using Directives.Editions;
using Directives.Language;
using Directives.WhatIf;

namespace Directives.Tests.WhatIf;

/// <summary>What is said of candidates before they are compared.</summary>
public sealed class CandidatesTests
{
    private static readonly Edition Quarterly = TriedEditions.Monitors(r => r with { Cadence = Cadence.Quarter }) with { Id = "quarterly" };

    [Fact]
    public void One_that_says_the_same_is_named_and_compared_all_the_same()
    {
        var judged = Judge(("same.json", EditionFile.Sample with { Id = "other-name", InForceFrom = new DateOnly(2030, 1, 1) }));

        Assert.Empty(judged.Problems);
        Assert.StartsWith("same.json: This candidate says the same as the edition 02-QD-TU.2021-04-29", Assert.Single(judged.Notes).In(Texts.English), StringComparison.Ordinal);
        Assert.Equal("other-name", Assert.Single(judged.Tried).Name);
    }

    [Fact]
    public void One_with_the_name_of_the_present_edition_gets_another_name_and_a_word()
    {
        var judged = Judge(("mine.json", Quarterly with { Id = EditionFile.Sample.Id }));

        Assert.StartsWith("mine.json: $.id: There is an edition 02-QD-TU.2021-04-29 already", Assert.Single(judged.Notes).In(Texts.English), StringComparison.Ordinal);
        Assert.Equal("02-QD-TU.2021-04-29 (mine.json)", Assert.Single(judged.Tried).Name);
    }

    [Fact]
    public void Two_that_say_the_same_are_told_apart_by_their_names()
    {
        var judged = Judge(("a.json", Quarterly), ("b.json", Quarterly), ("b.json", Quarterly));

        Assert.Equal(["quarterly", "quarterly (b.json)", "quarterly (b.json, 2)"], judged.Tried.Select(t => t.Name));
        Assert.Equal(2, judged.Notes.Count(n => n.Says.Message == "whatif.note.twice"));
    }

    [Fact]
    public void Another_directive_is_refused_with_the_place_in_the_file()
    {
        var judged = Judge(("mine.json", Quarterly), ("else.json", Quarterly with { Directive = "33-CT/TW" }));

        Assert.Equal("else.json: $.directive: There is no directive 33-CT/TW; known are: 02-QD/TU.", Assert.Single(judged.Problems).In(Texts.English));
        var both = Candidates.Judge(
            [new("mine.json", Quarterly), new("else.json", Quarterly with { Directive = "33-CT/TW" })],
            new EditionLibrary([EditionFile.Sample, EditionFile.Sample with { Directive = "33-CT/TW", Id = "x" }]));
        Assert.Contains("only editions of one directive can be compared", Assert.Single(both.Problems).In(Texts.English), StringComparison.Ordinal);
    }

    [Fact]
    public void None_and_too_many_are_refused()
    {
        Assert.Equal("whatif.problem.none", Assert.Single(Judge().Problems).Says.Message);
        Assert.Equal("whatif.problem.many", Assert.Single(Judge([.. Enumerable.Range(0, 5).Select(i => ($"{i}", Quarterly with { Id = $"q{i}" }))]).Problems).Says.Message);
    }

    private static JudgedCandidates Judge(params (string File, Edition Edition)[] candidates) =>
        Candidates.Judge([.. candidates.Select(c => new Candidate(c.File, c.Edition))], EditionLibrary.Sample);
}
