using CsCheck;
using Directives.Chasing;
using Directives.Mail.Deliveries;

namespace Directives.Tests.Chasing;

/// <summary>No leader hears of one whom no letter reached; the office does (R13).</summary>
public sealed class UnreachedTests
{
    private static readonly string[] Places = ["111", "112", "11", "122"];

    [Theory]
    [InlineData("112", 4, "m112 after2 Reminder, office after2 Telephone", "boss after2 unreached")]
    [InlineData("112", 5, "m112 after3 Reminder, office after3 Telephone", "deputy after3 unreached, head after3 unreached")]
    [InlineData("122", 4, "m122 after2 Reminder, office after2 Telephone", "deputy after2 unreached")]
    [InlineData("11", 4, "boss after2 Reminder, office after2 Escalation", "")]
    [InlineData("11", 5, "boss after3 Reminder, office after3 Telephone", "deputy after3 unreached")]
    [InlineData("112", 3, "m112 after1 Reminder", "")]
    public void A_rung_that_tells_a_leader_goes_to_the_office_instead_once(string place, int rung, string told, string skipped)
    {
        var bench = new ChaseBench(ChaseBench.Owes(place) with { Rung = rung - 1 });
        bench.Unreached[bench.Rows[0].Seat] = DeliveryReasons.AddressUnknown;
        bench.Wake(ChaseBench.At(rung));
        Assert.Equal((told, skipped), (Told(bench), Skipped(bench)));
        Assert.All(bench.Told, n => Assert.Equal(n.Kind == NoticeKind.Telephone ? DeliveryReasons.AddressUnknown : null, n.Words));
        Assert.All(bench.Told, n => Assert.Equal(bench.Told[0].Owner, n.Owner));
    }

    [Fact]
    public void After_an_outage_the_office_hears_of_the_latest_rung_alone()
    {
        var bench = new ChaseBench(ChaseBench.Owes("11") with { Rung = 3 });
        bench.Unreached[SmallProvince.Boss] = DeliveryReasons.Blocked;
        bench.Wake(ChaseBench.At(5));
        Assert.Equal("boss after3 Reminder, office after3 Telephone", Told(bench));
        Assert.Equal("boss after2 skipped, deputy after3 unreached, office after2 skipped", Skipped(bench));
    }

    [Fact]
    public void Where_the_office_itself_cannot_be_reached_the_next_one_up_is_asked_to_telephone()
    {
        var content = SmallProvince.Content();
        content = content with { Posts = [.. content.Posts.Select(p => p.Seat == SmallProvince.Boss ? p with { Official = "office" } : p)] };
        var bench = new ChaseBench(content, ChaseBench.Owes("11") with { Rung = 4 });
        bench.Unreached[SmallProvince.Boss] = DeliveryReasons.MailboxFull;
        bench.Wake(ChaseBench.At(5));
        Assert.Equal("deputy after3 Telephone, office after3 Reminder", Told(bench));
    }

    [Fact]
    public void Once_told_by_telephone_leaders_are_told_as_usual_but_not_in_the_next_round_nor_about_another()
    {
        var owed = ChaseBench.Owes("112") with { Rung = 3, Telephoned = new Telephoned(1, "m112", ChaseBench.At(3), "office", "clerk", "") };
        var bench = new ChaseBench(owed);
        Assert.Equal(
            [new ReachQuestion(SmallProvince.CycleId, "112.monitor", 1, "m112", ChaseBench.At(3))],
            bench.Chase.Asks(bench.Look(ChaseBench.At(4)), bench.Rows, ChaseBench.At(4)));
        Assert.True(Unreached.WasTelephoned(owed, "m112"));
        Assert.False(Unreached.WasTelephoned(owed, "m113"));
        Assert.False(Unreached.WasTelephoned(bench.Chase.NewRound(owed, SmallProvince.Days[5], "flood", ChaseBench.At(3)), "m112"));
    }

    [Fact]
    public void Whether_somebody_can_be_reached_is_asked_only_when_a_leader_is_about_to_be_told()
    {
        for (var rung = 0; rung <= 5; rung++)
        {
            var bench = new ChaseBench([.. Places.Select(p => ChaseBench.Owes(p) with { Rung = rung - 1 })]);
            var asked = bench.Chase.Asks(bench.Look(ChaseBench.At(rung)), bench.Rows, ChaseBench.At(rung)).Select(q => q.Seat).Order(StringComparer.Ordinal);
            Assert.Equal(rung < 4 ? [] : rung == 4 ? ["111.monitor", "112.monitor", "122.monitor"] : ["11.in-charge", "111.monitor", "112.monitor", "122.monitor"], asked);
        }
    }

    [Fact]
    public void Whatever_happens_no_leader_hears_of_an_unreached_owner_and_everything_else_is_as_without() =>
        Gen.Select(Gen.Int[0, 7 * 24].Array[1, 12], Gen.Bool.Array[Places.Length]).Sample((hours, lost) =>
        {
            var plain = new ChaseBench([.. Places.Select(ChaseBench.Owes)]);
            var spared = new ChaseBench([.. Places.Select(ChaseBench.Owes)]);
            foreach (var (seat, isLost) in spared.Rows.Select(o => o.Seat).Zip(lost).Where(x => x.Second)) spared.Unreached[seat] = DeliveryReasons.Spam;
            foreach (var hour in hours.Order())
            {
                plain.Wake(ChaseBench.At(0).AddHours(hour * 6));
                spared.Wake(ChaseBench.At(0).AddHours(hour * 6));
            }

            Assert.Equal(plain.Rows.Select(o => (o.Seat, o.Rung, o.State)), spared.Rows.Select(o => (o.Seat, o.Rung, o.State)));
            string[] leaders = ["boss", "deputy", "head", "secretary"];
            Assert.DoesNotContain(spared.Told, n => spared.Unreached.ContainsKey(n.Seat!) && n.Owner != n.Reader && leaders.Contains(n.Reader));
            Assert.Equal(
                plain.Told.Where(n => !spared.Unreached.ContainsKey(n.Seat!) || n.Kind == NoticeKind.Reminder).Select(n => $"{n.Reader} {n.Key()}").Order(),
                spared.Told.Where(n => !spared.Unreached.ContainsKey(n.Seat!) || n.Kind == NoticeKind.Reminder).Select(n => $"{n.Reader} {n.Key()}").Order());
            foreach (var notice in plain.Told.Where(n => n.Kind == NoticeKind.Escalation && n.Reader != "office" && spared.Unreached.ContainsKey(n.Seat!)))
            {
                Assert.Contains(spared.Skipped, s => s == new SkippedRung(notice.Rung, notice.Reader, SkippedRung.Unreached));
                Assert.Contains(spared.Told, n => n.Seat == notice.Seat && n.Reader == "office" && n.Decided == notice.Decided && n.Kind == NoticeKind.Telephone);
            }

            Assert.Equal(spared.Told.Count, spared.Told.Select(n => (n.Reader, n.Key())).Distinct().Count());
        }, iter: 1000);

    private static string Told(ChaseBench bench) => string.Join(", ", bench.Told.Select(n => $"{n.Reader} {n.Rung} {n.Kind}").Order(StringComparer.Ordinal));

    private static string Skipped(ChaseBench bench) => string.Join(", ", bench.Skipped.Select(s => $"{s.Reader} {s.Rung} {s.Why}").Order(StringComparer.Ordinal));
}
