using Directives.Posts;
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
        return new VacanciesView
        {
            On = look.On,
            Today = look.Today,
            Problems = asked.Problems,
            Typed = asked.Typed,
            Seats = VacancyRules.Of(look.Register, look.On).PageOf(asked.Page, OnPage).Select(v => RowOf(v, look)),
        };
    }

    private static VacancyRow RowOf(Vacancy vacancy, RegisterLook look)
    {
        var next = look.Register.PostsAt(vacancy.Seat.Id).Where(p => p.From > look.On).MinBy(p => p.From);
        return new VacancyRow(
            look.Seat(vacancy.Seat), look.Above(vacancy.Seat.Place), vacancy.Since, Math.Max(0, look.On.DayNumber - vacancy.Since.DayNumber), look.Person(vacancy.Last),
            look.Person(next?.Official), next?.From);
    }
}
