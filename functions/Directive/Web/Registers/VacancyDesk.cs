using Directives.Register;
using Directives.Web.Cases;

namespace Directives.Web.Registers;

/// <summary>Lists the seats that nobody holds on a day (R1).</summary>
public sealed class VacancyDesk(Installation installation)
{
    /// <summary>Seats on one page.</summary>
    public const int OnPage = 50;

    /// <summary>The list, those vacant longest first.</summary>
    public async ValueTask<VacanciesView> ShowAsync(RegisterAsked asked, CaseViewer viewer, CancellationToken cancel)
    {
        var look = await RegisterLook.OfAsync(installation, asked, viewer, cancel);
        var posts = RegisterLook.PostsOf(look.Register);
        List<(Seat Seat, DateOnly Since)> vacant =
        [
            .. look.Register.VacantSeats(look.On).Select(s => (Seat: s, Since: Vacancy.Since(posts[s.Id], look.Register.PlaceOf(s.Place, look.On)!, look.On)))
                .OrderBy(v => v.Since).ThenBy(v => v.Seat.Id, StringComparer.Ordinal),
        ];
        return new VacanciesView
        {
            On = look.On,
            Today = look.Today,
            Problems = asked.Problems,
            Typed = asked.Typed,
            Seats = vacant.PageOf(asked.Page, OnPage).Select(v => RowOf(v.Seat, v.Since, posts[v.Seat.Id], look)),
        };
    }

    private static VacancyRow RowOf(Seat seat, DateOnly since, IEnumerable<Post> posts, RegisterLook look)
    {
        var next = Vacancy.Next(posts, look.On);
        return new VacancyRow(
            look.Seat(seat), look.Above(seat.Place), since, Math.Max(0, look.On.DayNumber - since.DayNumber), look.Person(Vacancy.Last(posts, look.On)?.Official),
            look.Person(next?.Official), next?.From);
    }
}
