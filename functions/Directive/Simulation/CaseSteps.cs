using Directives.Calendars;
using Directives.Recommendations;
using Directives.Register;

namespace Directives.Simulation;

/// <summary>A step somebody takes.</summary>
/// <param name="By">An official's id.</param>
internal sealed record CaseStep(string By, CaseEvent Event);

/// <summary>Which step is taken about something owed in a recommendation, by a number from 0 to 1 that was drawn for it; pure.</summary>
internal sealed class CaseSteps(RegisterSnapshot register, WorkCalendar calendar)
{
    private const int DaysForResults = 20;

    private readonly List<Body> _agencies = [.. register.Content.Bodies.Where(b => b is { Kind: "agency", Leader: not null })];

    /// <summary>What a report brings: two of five are answered on the spot, one of ten is urgent.</summary>
    public static Raised Raise(Seat seat, double share) => new()
    {
        Kind = (CaseKind)(int)(share * 1000 % (int)CaseKind.Violation),
        Text = "Đường liên thôn xuống cấp, mùa mưa đi lại khó khăn.",
        Place = seat.Place,
        Seat = seat.Id,
        SpotAnswer = share < 0.4 ? "Đã giải thích với nhân dân tại buổi làm việc." : null,
        Urgent = share > 0.9 ? "Ảnh hưởng ngay đến đời sống của nhân dân." : null,
    };

    /// <summary>The step; null where nothing is said, or nobody is there to say it.</summary>
    /// <param name="today">Local day.</param>
    public CaseStep? Of(string id, CaseState state, CaseDuty duty, double share, DateOnly today)
    {
        var taken = duty.Kind switch
        {
            DutyKind.Objection => share < 0.15 ? new SpotRefused { Because = "Việc chưa được giải quyết." } : null,
            DutyKind.Look => Looked(id, state, share, today),
            DutyKind.Reply => new Replied { Words = "Xin bổ sung thông tin như đã hỏi." },
            DutyKind.Decision => Decided(id, state, duty, share, today),
            DutyKind.Result => new Finished { Assignment = duty.About!, Result = "Đã hoàn thành." },
            DutyKind.Part => new PartConfirmed { Assignment = duty.About!, Body = duty.Party.Code },
            DutyKind.Answer => new Answered { On = today, How = "Làm việc trực tiếp", ToWhom = "Lãnh đạo địa phương", Words = "Đã thông báo kết quả." },
            DutyKind.Confirmation => Confirmed(share),
            _ => (CaseEvent?)null,
        };
        if (taken is null) return null;
        // Some take it back before anybody has looked.
        return taken is SentToCommittee && share < 0.03
            ? new CaseStep(state.Raiser, new Withdrawn { Reason = "Việc đã tự giải quyết." })
            : CaseParties.Owner(duty.Party, state.Place, register, today) is { } owner ? new CaseStep(owner.Id, taken) : null;
    }

    private CaseEvent Looked(string id, CaseState state, double share, DateOnly today) => share switch
    {
        > 0.85 and <= 0.95 when _agencies.Count > 0 => new SentToAgency { Field = "Giao thông nông thôn", Assignment = Task(id, state, share, today) },
        > 0.95 => new Questioned { Question = "Đề nghị cho biết thêm về phạm vi của vướng mắc." },
        _ => new SentToCommittee(),
    };

    private Decided Decided(string id, CaseState state, CaseDuty duty, double share, DateOnly today)
    {
        var outcome = share < 0.1 && state.PutOffs == 0 ? DecisionOutcome.PutOff : share < 0.3 ? DecisionOutcome.Decline : DecisionOutcome.Agree;
        return new Decided
        {
            Decision = $"{id}/{duty.Round}",
            Outcome = outcome,
            Internal = "Ban Thường vụ đã cho ý kiến.",
            ForPlace = "Kiến nghị đã được Ban Thường vụ xem xét.",
            Reason = outcome == DecisionOutcome.Agree ? null : "Chưa cân đối được nguồn lực.",
            PutOffTo = outcome == DecisionOutcome.PutOff ? calendar.AddWorkingDays(today, DaysForResults) : null,
            Assignments = outcome == DecisionOutcome.Agree && _agencies.Count > 0 && share < 0.9 ? [Task(id, state, share, today)] : [],
        };
    }

    private Assignment Task(string id, CaseState state, double share, DateOnly today)
    {
        var lead = (int)(share * 1000 % _agencies.Count);
        string[] with = _agencies.Count > 1 && share < 0.6 ? [_agencies[(lead + 1) % _agencies.Count].Id] : [];
        // No assignment of a case has the name of an earlier one.
        return new Assignment($"{id[..4]}-{state.Used.Count + 1}", _agencies[lead].Id, with, "Khảo sát và khắc phục.", calendar.AddWorkingDays(today, DaysForResults));
    }

    private static Confirmed Confirmed(double share) => share switch
    {
        < 0.1 => new Confirmed { Verdict = PlaceVerdict.NotHeard, Because = "Chưa được nghe trả lời." },
        < 0.25 => new Confirmed { Verdict = PlaceVerdict.HeardNotSettled, Because = "Đường vẫn chưa sửa." },
        _ => new Confirmed { Verdict = PlaceVerdict.HeardSettled },
    };
}
