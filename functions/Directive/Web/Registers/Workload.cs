using Directives.Chasing;
using Directives.Recommendations;
using Directives.Register;

namespace Directives.Web.Registers;

/// <summary>Adds up the work of officials and bodies on a day. Pure.</summary>
/// <param name="countsCases">Whether recommendations are counted.</param>
public sealed class Workload(RegisterSnapshot register, DateOnly today, int soonDays, bool countsCases)
{
    private readonly Dictionary<string, Sum> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Sum> _bodies = new(StringComparer.Ordinal);

    /// <summary>Adds a report that is owed; what a vacant seat left undone is nobody's.</summary>
    public void Add(Obligation owed)
    {
        if (register.HolderOf(owed.Seat, today) is { } holder) Add(holder, holder.Body, owed.Due, report: true);
    }

    /// <summary>Adds a step of a recommendation about a place: to whoever answers for it, and to the body that owes it.</summary>
    public void Add(CaseDuty duty, string place)
    {
        var owner = CaseParties.Owner(duty.Party, place, register, today);
        Add(owner, duty.Party.Kind == PartyKind.Body ? duty.Party.Code : owner?.Body, duty.Due, report: false);
    }

    /// <summary>The rows that were asked for, in the order that was asked for.</summary>
    public IReadOnlyList<WorkloadRow> Rows(WorkloadAsked want)
    {
        var rows = (want.Bodies ? BodyRows() : PersonRows()).Where(r => want.Show switch
        {
            WorkloadShow.None => r.Posts == 0,
            WorkloadShow.Over => r.Posts > want.Over,
            WorkloadShow.All => true,
            _ => r.Posts > 0 || r.Open > 0 || r.Cases > 0,
        });
        Func<WorkloadRow, int> by = want.Sort switch
        {
            WorkloadSort.Open => r => r.Open,
            WorkloadSort.Overdue => r => r.Overdue,
            WorkloadSort.Posts => r => r.Posts,
            WorkloadSort.Cases => r => r.Cases ?? 0,
            WorkloadSort.Soon => r => r.Soon,
            _ => _ => 0,
        };
        return [.. rows.OrderByDescending(by).ThenBy(r => Language.Folding.Fold(r.Title.Vi), StringComparer.Ordinal).ThenBy(r => r.Person?.Id ?? r.Body?.Id, StringComparer.Ordinal)];
    }

    private IEnumerable<WorkloadRow> PersonRows() => register.Content.Officials.Select(o =>
        Row(new PersonLink(o.Id, o.Titles()), o.Body is { } id && register.Body(id) is { } body ? new BodyLink(id, body.Names()) : null, Posts(o), _people.GetValueOrDefault(o.Id)));

    private IEnumerable<WorkloadRow> BodyRows() => register.Content.Bodies.Select(b =>
        Row(null, new BodyLink(b.Id, b.Names()), register.Members(b.Id).Sum(Posts), _bodies.GetValueOrDefault(b.Id)));

    private WorkloadRow Row(PersonLink? person, BodyLink? body, int posts, Sum? sum) =>
        new(person, body, posts, sum?.Open ?? 0, sum?.Overdue ?? 0, countsCases ? sum?.Cases ?? 0 : null, sum?.Soon ?? 0);

    private int Posts(Official official) => register.PostsOf(official.Id, today).Count;

    private void Add(Official? owner, string? body, DateOnly due, bool report)
    {
        foreach (var (sums, id) in ((Dictionary<string, Sum>, string?)[])[(_people, owner?.Id), (_bodies, body)])
        {
            if (id is null) continue;
            if (!sums.TryGetValue(id, out var sum)) sums.Add(id, sum = new Sum());
            if (report) sum.Open++;
            else sum.Cases++;
            if (due < today) sum.Overdue++;
            else if (due <= today.AddDays(soonDays)) sum.Soon++;
        }
    }

    private sealed class Sum
    {
        public int Open { get; set; }

        public int Overdue { get; set; }

        public int Cases { get; set; }

        public int Soon { get; set; }
    }
}
