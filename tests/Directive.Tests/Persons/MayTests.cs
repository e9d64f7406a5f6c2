using Directives.Access;
using Directives.Register;
using Directives.Tests.Chasing;

namespace Directives.Tests.Persons;

/// <summary>The one table, and what the register says is somebody's own.</summary>
public sealed class MayTests
{
    [Fact]
    public void Every_deed_stands_in_the_table() =>
        Assert.All(Enum.GetValues<Deed>(), deed => Assert.NotEqual(Who.Nobody, May.Do(deed)));

    [Fact]
    public void Administrators_and_auditors_read_no_report()
    {
        Deed[] reports = [Deed.OpenReport, Deed.WriteReport, Deed.ReadReportBelow, Deed.ReadSharedParts, Deed.RunCycles, Deed.FileForAnother];
        Assert.All(reports, deed => Assert.Equal(Who.Nobody, May.Do(deed) & (Who.Administrator | Who.Auditor | Who.Recorder | Who.ConfidentialDesk | Who.Person)));
    }

    [Theory]
    [InlineData("m112", Rows.OwnPosts, "112")]
    [InlineData("clerk", Rows.OfThosePreparedFor, "112 113")]
    [InlineData("chief", Rows.OwnBody, "112 113")]
    [InlineData("chief", Rows.OfThosePreparedFor, "")]
    [InlineData("boss", Rows.BelowOwnPlaces, "111 112 113")]
    [InlineData("leader113", Rows.OwnPlace, "113")]
    [InlineData("office", Rows.OwnPosts, "")]
    [InlineData("nobody", Rows.OwnPlace, "")]
    public void What_is_whose_is_said_by_the_register(string whom, Rows rows, string places)
    {
        var register = RegisterSnapshot.Build(RoledProvince.Content());
        var own = new Own(register, Directives.Assistants.AssistantSet.None, whom, new DateOnly(2023, 5, 8));
        Assert.Equal(places, string.Join(' ', register.Content.Seats.Where(s => s.Role == SeatRole.Monitor && own.Has(rows, s)).Select(s => s.Place)));
    }

    [Fact]
    public void Nobody_is_their_own_substitute_nor_that_of_one_unknown()
    {
        var content = SmallProvince.Content() with { Substitutes = [new("m111", "m111", SmallProvince.Start), new("m112", "stranger", SmallProvince.Start)] };
        var refused = Assert.Throws<RegisterRefusedException>(() => RegisterSnapshot.Build(content));
        Assert.Equal([RegisterProblemKind.UnknownOfficial, RegisterProblemKind.SubstituteOfSelf], refused.Problems.Select(p => p.Kind).Order());
    }

    [Fact]
    public async Task Substitutes_and_leaders_of_bodies_are_kept_with_the_register()
    {
        using var play = await Playground.BegunAsync(content: RoledProvince.Content());
        using var again = SmallProvince.Install(play.Tables, play.Clock, play.Mail);
        var content = (await again.Registers.GetAsync()).Content;
        Assert.Equal(RoledProvince.Content().Substitutes.Count, content.Substitutes.Count);
        Assert.Equal("chief", content.Bodies.Single(b => b.Id == RoledProvince.Agency).Leader);
    }

    [Fact]
    public void The_sample_has_people_for_every_role_and_one_substitute()
    {
        var register = RegisterSnapshot.Build(SampleProvince.WithClerks());
        Assert.Empty(Directives.Proposals.ProposalRules.Missing(register, SampleProvince.Start));
        Assert.Equal(["health-head"], register.SubstituteFor("health-deputy-1", SampleProvince.Start).Select(o => o.Id));
        Assert.Equal(3, register.DutyHolders(Duty.ConfidentialDesk, "52", SampleProvince.Start).Select(o => o.Body).Distinct().Count());
        Assert.Equal("health-head", register.Body("health")!.Leader);
    }
}
