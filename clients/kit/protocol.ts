/**
 * The protocol's messages in JSON. The server writes every field except messages that are not set; `parse`
 * converts durations, instants and revisions to numbers.
 */
import type { AllotmentJson, CommandJson } from '$proto/command_pb';
import type * as http from '$proto/http_pb';
import type * as live from '$proto/live_pb';
import type * as programme from '$proto/programme_pb';
import type * as room from '$proto/room_pb';
import type * as table from '$proto/table_pb';

/** JSON writes 64-bit integers as strings. These fit in a number; ids stay strings. */
const isNumber = /(Ms|[rR]evision)$/;
type NumberKey = `${string}Ms` | 'revision' | `${string}Revision`;

export function parse<Message>(json: string): Message {
  const convert = (key: string, value: unknown) =>
    typeof value === 'string' && isNumber.test(key) ? Number(value) : value;
  return JSON.parse(json, convert) as Message;
}

export type WithNumbers<T> = T extends readonly (infer Each)[]
  ? WithNumbers<Each>[]
  : T extends object
    ? { [Key in keyof T]: Key extends NumberKey ? number : WithNumbers<T[Key]> }
    : T;

/** The fields that can be missing: messages, with timestamps, and times of the log. */
type MessageKey<T> = {
  [Key in keyof T]-?: NonNullable<T[Key]> extends readonly unknown[]
    ? never
    : NonNullable<T[Key]> extends object
      ? Key
      : Key & (`${string}At` | (T extends { allottedS?: number } ? 'allottedMs' : never));
}[keyof T];

type Whole<T> = T extends readonly (infer Each)[]
  ? Whole<Each>[]
  : T extends object
    ? { [Key in Exclude<keyof T, MessageKey<T>>]-?: Whole<NonNullable<T[Key]>> } & {
        [Key in MessageKey<T>]?: Whole<T[Key]>;
      }
    : T;

export type Received<T> = Whole<WithNumbers<T>>;

type Acts = Omit<WithNumbers<CommandJson>, 'id'>;
/** A command and its fields, as in `{ case: 'pauseStatement', value: { statementId } }`. */
export type CommandBody = {
  [Case in keyof Acts]-?: { case: Case; value: NonNullable<Acts[Case]> };
}[keyof Acts];
export type ClientMessage = WithNumbers<live.ClientMessageJson>;

export type ServerMessage = Received<live.ServerMessageJson>;
export type Welcome = Received<live.WelcomeJson>;
export type Changed = Received<live.ChangedJson>;
export type Assigned = Received<live.AssignedJson>;
export type Identify = Received<live.IdentifyJson>;
export type AlikeScreens = Received<live.AlikeScreensJson>;
export type Shows = Received<live.ShowsJson>;
export type RefusalCode = live.RefusalCodeJson;
export type Scene = live.SceneJson;

export type Room = Received<room.RoomJson>;
export type Agenda = Received<room.AgendaJson>;
export type AnswerRound = Received<room.AnswerRoundJson>;
export type Course = room.CourseJson;
export type Delegation = Received<room.DelegationJson>;
export type DelegationKind = room.DelegationKindJson;
export type Inscription = Received<room.InscriptionJson>;
export type InscriptionKind = room.InscriptionKindJson;
export type InscriptionStatus = room.InscriptionStatusJson;
export type Interrupted = Received<room.InterruptedJson>;
export type Meeting = Received<room.MeetingJson>;
export type MeetingSummary = Received<room.MeetingSummaryJson>;
export type MovedMeeting = Received<room.MovedMeetingJson>;
export type Notice = Received<room.NoticeJson>;
export type Questions = Received<room.QuestionsJson>;
export type RepresentedBy = room.RepresentedByJson;
export type Request = Received<room.RequestJson>;
export type Phone = Received<room.PhoneJson>;
export type PhoneStanding = room.PhoneStandingJson;
export type Roll = Received<room.RollJson>;
export type Ruling = room.RulingJson;
export type Standing = room.StandingJson;
export type State = Received<room.StateJson>;
export type Statement = Received<room.StatementJson>;

export type ActKind = table.ActKindJson;
export type Asking = Received<table.AskingJson>;
export type BalancedBy = table.BalancedByJson;
export type DisplayMode = table.DisplayModeJson;
export type Hour = Received<table.HourJson>;
export type RememberedAct = Received<table.RememberedActJson>;
export type Role = table.RoleJson;
export type Rules = Received<table.RulesJson>;
export type Signal = Received<table.SignalJson>;
export type SignalKind = table.SignalKindJson;

export type Access = Received<http.AccessJson>;
export type Card = Received<http.CardJson>;
export type CardHolder = Received<live.CardHolderJson>;
export type Cards = Received<http.CardsJson>;
export type IssuedCard = Received<http.IssuedCardJson>;
export type IssuedCards = Received<http.IssuedCardsJson>;
export type ExpectedMeeting = Received<http.ExpectedMeetingJson>;
export type Lobby = Received<http.LobbyJson>;
export type LobbyRoom = Received<http.LobbyRoomJson>;
export type Pairing = Received<http.PairingJson>;
export type PairingResult = Received<http.PairingResultJson>;
export type Allotment = Received<AllotmentJson>;
export type Fit = Received<http.FitJson>;
export type ListOrder = Received<http.ListOrderJson>;
export type PlannedDelegation = Received<programme.PlannedDelegationJson>;
export type PlannedMeeting = Received<programme.PlannedMeetingJson>;
export type PlannedRoom = Received<programme.PlannedRoomJson>;
export type HiddenName = Received<programme.HiddenNameJson>;
export type RoomProgramme = Received<programme.RoomProgrammeJson>;
export type PlateFacts = Received<programme.PlateFactsJson>;
export type PlateNote = Received<programme.PlateNoteJson>;
