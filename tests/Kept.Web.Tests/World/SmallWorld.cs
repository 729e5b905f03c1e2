using Kept.Domain.People;
using Kept.Web.Hosting;

namespace Kept.Web.Tests.World;

/// <summary>
/// The small named world that every test shares: Hillview, with somebody in each role and three children, and Riverside, which
/// must never see them. What happens in it is added by each test; see the other part of this class.
/// </summary>
public sealed partial class SmallWorld
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "seven green teapots";

    private KeptHost? host;

    private SmallWorld()
    {
    }

    public TestSchool Hillview { get; private set; } = null!;
    public TestPerson Senco { get; private set; } = null!;
    public TestPerson SendLead { get; private set; } = null!;

    /// <summary>Of 5E, Leo's class.</summary>
    public TestPerson Teacher { get; private set; } = null!;

    /// <summary>Of 9G, in which none of our children are but Noah.</summary>
    public TestPerson FormTutor { get; private set; } = null!;

    /// <summary>Of 5E.</summary>
    public TestPerson Assistant { get; private set; } = null!;

    public TestPerson PastoralLead { get; private set; } = null!;
    public TestPerson AttendanceLead { get; private set; } = null!;
    public TestPerson Office { get; private set; } = null!;
    public TestPerson SeniorLeader { get; private set; } = null!;
    public TestPerson Head { get; private set; } = null!;
    public TestPerson Dsl { get; private set; } = null!;
    public TestPerson DeputyDsl { get; private set; } = null!;
    public TestPerson Governor { get; private set; } = null!;
    public TestPerson TrustLead { get; private set; } = null!;
    public TestPerson Administrator { get; private set; } = null!;

    /// <summary>Taught 4K until the end of March. Has an account still, and no way in.</summary>
    public TestPerson Left { get; private set; } = null!;

    public TestPerson Psychologist { get; private set; } = null!;

    public TestPupil Leo { get; private set; } = null!;
    public TestPerson LeosMother { get; private set; } = null!;
    public TestPerson LeosFather { get; private set; } = null!;

    /// <summary>In 4K, with an EHC plan.</summary>
    public TestPupil Zainab { get; private set; } = null!;

    /// <summary>Reads Urdu, and needs an interpreter.</summary>
    public TestPerson ZainabsMother { get; private set; } = null!;

    /// <summary>A court order says that he may be told nothing.</summary>
    public TestPerson ZainabsFather { get; private set; } = null!;

    public TestPupil Noah { get; private set; } = null!;

    public TestSchool Riverside { get; private set; } = null!;
    public TestPerson RiversideSenco { get; private set; } = null!;
    public TestPupil Ruby { get; private set; } = null!;
    public TestPerson RubysMother { get; private set; } = null!;

    /// <summary>Somebody in every role, at Hillview and at Riverside.</summary>
    public IReadOnlyList<TestPerson> Staff { get; private set; } = [];

    public TestPerson HillviewsOwn(StaffRole role) => Staff.First(p => p.SchoolId == Hillview.Id && p.Roles[0] == role);

    public TestPerson RiversidesOwn(StaffRole role) => Staff.First(p => p.SchoolId == Riverside.Id && p.Roles[0] == role);

    internal static async Task<SmallWorld> SettleAsync(Place place)
    {
        var world = new SmallWorld();
        await using (var hillview = await Settlement.OpenAsync(place, "hillview", "Hillview School"))
        {
            await world.SettleHillviewAsync(hillview);
        }

        await using (var riverside = await Settlement.OpenAsync(place, "riverside", "Riverside School"))
        {
            await world.SettleRiversideAsync(riverside);
        }

        return world;
    }

    /// <summary>The same people in the database of one test class.</summary>
    internal SmallWorld In(KeptHost running)
    {
        var copy = (SmallWorld)MemberwiseClone();
        copy.host = running;
        return copy;
    }

    private async Task SettleHillviewAsync(Settlement school)
    {
        Hillview = school.School;
        Senco = school.Staff("Mrs", "Amina", "Khan", StaffRole.Senco);
        SendLead = school.Staff("Ms", "Ines", "Duarte", StaffRole.SendLead);
        Teacher = school.Staff("Mr", "Tom", "Ellis", StaffRole.ClassTeacher, "5E");
        FormTutor = school.Staff("Miss", "Grace", "Okafor", StaffRole.FormTutor, "9G");
        Assistant = school.Staff("Mr", "Piotr", "Wrona", StaffRole.TeachingAssistant, "5E");
        PastoralLead = school.Staff("Ms", "Ruth", "Adeyemi", StaffRole.PastoralLead);
        AttendanceLead = school.Staff("Mr", "Dan", "Pryce", StaffRole.AttendanceLead);
        Office = school.Staff("Mrs", "Jo", "Lister", StaffRole.Office);
        SeniorLeader = school.Staff("Mr", "Sam", "Whitlock", StaffRole.SeniorLeader);
        Head = school.Staff("Dr", "Neil", "Farrow", StaffRole.HeadTeacher);
        Dsl = school.Staff("Mrs", "Helen", "Marsh", StaffRole.Dsl);
        DeputyDsl = school.Staff("Ms", "Tara", "Finn", StaffRole.DeputyDsl);
        Governor = school.Staff("Mr", "Colin", "Reeve", StaffRole.Governor);
        TrustLead = school.Staff("Ms", "Olu", "Bello", StaffRole.TrustLead);
        Administrator = school.Staff("Mr", "Ian", "Cole", StaffRole.Administrator);
        Staff = school.Everybody;
        Left = school.Staff("Mr", "Gary", "Stone", StaffRole.ClassTeacher, "4K", leftOn: new(2026, 3, 27));
        Psychologist = school.Professional("Dr", "Priya", "Nair", "educational psychologist");

        Leo = school.Child("Leo", "Bennett", "5", "5E", provision: "K", need: "SEMH");
        LeosMother = school.Carer("Ms", "Laura", "Bennett", Leo, "mother");
        LeosFather = school.Carer("Mr", "Craig", "Bennett", Leo, "father", tie => tie.Priority = 2);
        Zainab = school.Child("Zainab", "Ali", "4", "4K", provision: "E", need: "SLCN");
        ZainabsMother = school.Carer("Mrs", "Fatima", "Ali", Zainab, "mother", tie => (tie.Language, tie.InterpreterNeeded) = ("ur", true));
        ZainabsFather = school.Carer("Mr", "Yusuf", "Ali", Zainab, "father", tie =>
            tie.Restrict(ContactRestriction.NoInformation, "Not to be told anything about Zainab", "ZC26C00417", until: null).OrThrow());
        Noah = school.Child("Noah", "Reid", "9", "9G", provision: "N", need: null);
        await school.SettleAsync();
    }

    private async Task SettleRiversideAsync(Settlement school)
    {
        Riverside = school.School;
        RiversideSenco = school.Staff("Mr", "Owen", "Price", StaffRole.Senco);
        foreach (var role in Enum.GetValues<StaffRole>().Where(r => r is not StaffRole.Senco))
        {
            school.Staff("Mx", role.ToString(), "Rivers", role, role.IsForAClass() ? "6R" : null);
        }

        Staff = [.. Staff, .. school.Everybody];
        Ruby = school.Child("Ruby", "Walsh", "6", "6R", provision: "K", need: "SPLD");
        RubysMother = school.Carer("Mrs", "Orla", "Walsh", Ruby, "mother");
        await school.SettleAsync();
    }
}
